/** What a person may do with one procedure, weakest first. */
export const ROLES = ['viewer', 'commenter', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** True where the role may change the procedure. */
export function canEdit(role: Role): boolean {
  return role === 'editor' || role === 'owner';
}

/** True where the role may write suggestions; who may change the procedure also decides about them. */
export function canSuggest(role: Role): boolean {
  return role !== 'viewer';
}

/** True where the role may share, delete and restore the procedure. */
export function canManage(role: Role): boolean {
  return role === 'owner';
}

/** The role that may do most; undefined for none. */
export function findStrongest(roles: readonly Role[]): Role | undefined {
  return roles.reduce<Role | undefined>(
    (best, role) => (best && ROLES.indexOf(best) >= ROLES.indexOf(role) ? best : role),
    undefined,
  );
}
