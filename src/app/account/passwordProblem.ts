interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

/** What can be said without the server: the key of the text. */
export function findPasswordProblem(change: PasswordChange): 'mismatch' | 'same' | undefined {
  if (change.newPassword !== change.repeated) return 'mismatch';
  return change.newPassword === change.currentPassword ? 'same' : undefined;
}
