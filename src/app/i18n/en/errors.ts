/** What went wrong and what to do, by problem code. */
export const errors = {
  unexpected:
    'Something unexpected went wrong. Try again; if it keeps happening, ask your administrator.',
  unreachable: 'The server cannot be reached. Check your network and try again.',
  signIn: 'You need to sign in first.',
  wrongPassword: 'E-mail or password do not match. Check them and try again.',
  weakPassword:
    'This password is easily guessed. Use several unrelated words, such as the names of four things.',
  leakedPassword: 'This password is on the list of leaked ones. Take another one.',
  wrongCode:
    'This code is wrong or was used already. Wait for the next one in the authenticator, then try again.',
  signInOver: 'The time to enter the code is over. Enter your e-mail address and password again.',
  codeLocked:
    'Too many wrong codes. Wait 15 minutes, then try again, or ask the administrator of your office.',
  expiredPassword:
    'This first password has expired. Ask the administrator of your office for a new one.',
  dutyFirst: 'Reload this page: there is a step of signing in that you have to finish first.',
  accountClosed: 'This account was closed. Ask the administrator of your office.',
  lastAdmin: 'There must be at least one administrator.',
  tooManyAttempts: 'Too many attempts. Wait a moment and try again.',
  forbidden: 'You have no right to do this. Ask an owner of the SOP.',
  notFound: 'What you are looking for does not exist or was deleted.',
  expiredLink: 'This link is no longer valid. Ask an owner of the SOP for a new one.',
  userExists: 'There is already an account with that e-mail.',
  unknownUser: 'There is no account with that e-mail yet. Ask an administrator to create it.',
  lastOwner: 'An SOP must keep at least one owner.',
  badSetupToken:
    'This set-up link is no longer valid. Look for the newest one in the output of the server.',
  tooLarge: 'The file is too large. The limit is 5 MB.',
  badFile: 'The file cannot be read.',
  badFileAt: 'The file cannot be read at {{place}}.',
  unsupportedFile:
    'This kind of file is not supported yet. Use .sop.json, .bpmn, or a .docx or .xlsx that Alur wrote.',
  invalidInput: 'Something in the form is not right. Please check it.',
} as const;
