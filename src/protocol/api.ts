import { z } from 'zod';
import { ROLES } from './roles.ts';

/** A name that somebody gives: one line, nothing invisible. */
const nameOf = (maxLength: number) =>
  z
    .string()
    .trim()
    .max(maxLength)
    .regex(/^\P{Cc}*$/u, 'holds a character that cannot be printed');

/** One row of `GET /api/procedures` (an array, newest change first). Times are ISO strings. */
export const procedureSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  role: z.enum(ROLES),
  stepCount: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Name of the person who changed it last. */
  updatedBy: z.string(),
});
export type ProcedureSummary = z.infer<typeof procedureSummarySchema>;

/** `GET /api/me`. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** `POST /api/setup`: the first administrator, with the one-time token that the server printed. */
export const setupBodySchema = z.strictObject({
  token: z.string().min(1).max(200),
  name: nameOf(200).min(1),
  email: z.email().max(200),
  password: z.string().min(8).max(128),
});

/** `POST /api/users` (administrators). `GET /api/users` answers `Me[]`. */
export const newUserBodySchema = z.strictObject({
  name: nameOf(200).min(1),
  email: z.email().max(200),
  password: z.string().min(8).max(128),
  isAdmin: z.boolean().default(false),
});

/** `PUT /api/procedures/:id/members`: gives an account a role. `DELETE …/members/:userId` takes it. */
export const memberBodySchema = z.strictObject({
  email: z.email().max(200),
  role: z.enum(ROLES),
});

/** `POST /api/procedures/:id/links` → 201 ShareLink with its `url`. `DELETE …/links/:linkId` revokes. */
export const newLinkBodySchema = z.strictObject({
  role: z.enum(['viewer', 'commenter', 'editor']),
  expiresInHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 365),
});

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
});
export type Member = z.infer<typeof memberSchema>;

export const shareLinkSchema = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  expiresAt: z.string(),
  /** Only in the answer that creates it; the server keeps a hash. */
  url: z.string().optional(),
});
export type ShareLink = z.infer<typeof shareLinkSchema>;

/** `GET /api/procedures/:id/access`: my role; members and links for owners, else empty. */
export const accessSchema = z.object({
  role: z.enum(ROLES),
  members: z.array(memberSchema),
  links: z.array(shareLinkSchema),
});

/** `POST /api/links/redeem` `{ token }` → `{ id, role }` of the procedure that the link opens. */
export const redeemBodySchema = z.strictObject({ token: z.string().min(1).max(200) });

/** `GET /api/tokens`; `POST` `{ name }` → 201 with `token`, shown once; `DELETE /api/tokens/:id`. */
export const newTokenBodySchema = z.strictObject({ name: nameOf(100).min(1) });
export const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  token: z.string().optional(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;

/** `POST /api/procedures/:id/versions` `{ name? }` → 201 VersionSummary; `GET …/versions/:versionId` → file. */
export const newVersionBodySchema = z.strictObject({
  name: nameOf(200).default(''),
});
export const versionSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/** `POST /api/auth/sign-in/email`: answers `{ user: Me }` and the session cookie. */
export const signInBodySchema = z.object({
  email: z.string().trim().max(200),
  password: z.string().max(200),
});

/** `POST /api/auth/change-password`: ends my other sessions. */
export const changePasswordBodySchema = z.strictObject({
  currentPassword: z.string().max(200),
  newPassword: z.string().min(8).max(128),
});

/** `POST /api/import` → 201; the report says what the import could not keep, and where it stood. */
export const importedSchema = z.object({
  id: z.string(),
  report: z.array(z.object({ code: z.string(), place: z.string(), message: z.string() })),
});

/** Every error answer: `{ error: { code, message } }`; `place` names the spot in a bad file. */
export const problemSchema = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), place: z.string().optional() }),
  })
  .meta({ id: 'Problem' });

/** Formats of `GET /api/procedures/:id/export/:format`. `?page=` picks one page of svg and png. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'svg', 'png', 'json', 'bpmn'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
