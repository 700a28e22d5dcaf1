import * as z from 'zod/mini';
import { ROLES } from './roles.ts';

/** A name that somebody gives: one line, nothing invisible. */
const nameOf = (maxLength: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(maxLength),
      z.regex(/^\P{Cc}*$/u, 'holds a character that cannot be printed'),
    );

/** One row of `GET /api/procedures` (an array, newest change first). Times are ISO strings. */
export const procedureSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  role: z.enum(ROLES),
  stepCount: z.number(),
  /** How many suggestions nobody has decided about. */
  openSuggestions: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Name of the person who changed it last. */
  updatedBy: z.string(),
});
export type ProcedureSummary = z.infer<typeof procedureSummarySchema>;

/** A person with an account. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/**
 * What somebody who is signed in has to do before anything else is answered: change a password that was
 * handed over, or set up a second factor where the office wants it of them.
 */
const DUTIES = ['new-password', 'second-factor'] as const;
export type Duty = (typeof DUTIES)[number];

/** `GET /api/me`. */
export const myselfSchema = z.extend(meSchema, { duty: z.nullable(z.enum(DUTIES)) });
export type Myself = z.infer<typeof myselfSchema>;

/** A new password; the server refuses the guessable ones among them (`weak-password`). */
export const passwordLength = { least: 12, most: 128 } as const;
const newPassword = z
  .string()
  .check(z.minLength(passwordLength.least), z.maxLength(passwordLength.most));

/** `POST /api/setup`: the first administrator, with the one-time token that the server printed. */
export const setupBodySchema = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  name: nameOf(200).check(z.minLength(1)),
  email: z.email().check(z.maxLength(200)),
  password: newPassword,
});

/** `GET /api/users` (administrators). */
export const userSchema = z.extend(meSchema, {
  /** False for an account that nobody can sign in with. */
  isActive: z.boolean(),
  /** Signing in asks for a code too. */
  hasSecondFactor: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

/** `PATCH /api/users/:userId` (administrators) → 200 User. */
export const changeUserBodySchema = z.strictObject({
  isActive: z.optional(z.boolean()),
  isAdmin: z.optional(z.boolean()),
});

/**
 * A password that the server made, told once, to be handed over: it opens the account for seven days, and
 * whoever signs in with it has to choose another one first.
 */
const initialPassword = z.string();

/**
 * `POST /api/users/:userId/password` (administrators): for who forgot theirs; ends all sessions of the
 * person. `DELETE /api/users/:userId/second-factor`: for who lost phone and codes; likewise.
 */
export const initialPasswordSchema = z.object({ initialPassword });

/** `POST /api/users` (administrators) → 201 with the password to hand over. */
export const newUserBodySchema = z.strictObject({
  name: nameOf(200).check(z.minLength(1)),
  email: z.email().check(z.maxLength(200)),
  isAdmin: z._default(z.boolean(), false),
});
export const newUserSchema = z.extend(meSchema, { initialPassword });

/** `PUT /api/procedures/:id/members`: gives an account a role. `DELETE …/members/:userId` takes it. */
export const memberBodySchema = z.strictObject({
  email: z.email().check(z.maxLength(200)),
  role: z.enum(ROLES),
});

/** `POST /api/procedures/:id/links` → 201 ShareLink with its `url`. `DELETE …/links/:linkId` revokes. */
export const newLinkBodySchema = z.strictObject({
  role: z.enum(['viewer', 'commenter', 'editor']),
  expiresInHours: z.int().check(z.minimum(1), z.maximum(24 * 365)),
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
  url: z.optional(z.string()),
});
export type ShareLink = z.infer<typeof shareLinkSchema>;

/** `GET /api/procedures/:id/access`: my role; members and links for owners, else empty. */
export const accessSchema = z.object({
  role: z.enum(ROLES),
  members: z.array(memberSchema),
  links: z.array(shareLinkSchema),
  /** Where it is a variant that a meeting chooses: of which procedure, and how it is called there. */
  variant: z.nullable(z.object({ of: z.string(), name: z.string() })),
});

/** `GET /api/procedures/:id/people`: whom a suggestion can call upon, by name. */
export const namedPersonSchema = z.object({ id: z.string(), name: z.string() });

/** `POST /api/links/redeem` `{ token }` → `{ id, role }` of the procedure that the link opens. */
export const redeemBodySchema = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** `GET /api/tokens`; `POST` → 201 with `token`, shown once; `DELETE /api/tokens/:id`. */
export const newTokenBodySchema = z.strictObject({
  name: nameOf(100).check(z.minLength(1)),
  expiresInDays: z._default(z.int().check(z.minimum(1), z.maximum(366)), 366),
});
export const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  /** Null for a token that was made before tokens ended by themselves. */
  expiresAt: z.nullable(z.string()),
  token: z.optional(z.string()),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;

/** `POST /api/procedures/:id/versions` `{ name? }` → 201 VersionSummary; `GET …/versions/:versionId` → file. */
export const newVersionBodySchema = z.strictObject({
  name: z._default(nameOf(200), ''),
});
export const versionSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/**
 * `POST /api/auth/sign-in/email`: answers `{ user: Me }` and the session cookie, or `{ codeNeeded: true }`
 * and a cookie for ten minutes, in which the code has to follow.
 */
export const signInBodySchema = z.object({
  email: z.string().check(z.trim(), z.maxLength(200)),
  password: z.string().check(z.maxLength(200)),
});

export const signedInSchema = z.union([
  z.object({ user: meSchema }),
  z.object({ codeNeeded: z.literal(true) }),
]);

/** Six digits of an authenticator, or a backup code; spaces are passed over. */
const code = z.string().check(z.minLength(1), z.maxLength(40));

/** `POST /api/auth/sign-in/code` → `{ user: Me }` and the session cookie. */
export const codeBodySchema = z.strictObject({
  code,
  /** Asks for no code on this device for 30 days, from each sign-in there on. */
  trustDevice: z._default(z.boolean(), false),
});

/** `GET /api/second-factor`: mine. */
export const secondFactorSchema = z.object({
  isOn: z.boolean(),
  /** How many of ten were not used. */
  backupCodesLeft: z.number(),
});
export type SecondFactorState = z.infer<typeof secondFactorSchema>;

/** `POST /api/second-factor` `{ password }`: a secret for an authenticator, which a code has to confirm. */
export const passwordBodySchema = z.strictObject({ password: z.string().check(z.maxLength(200)) });
export const totpSecretSchema = z.object({
  /** Base32, to be typed. */
  secret: z.string(),
  /** `otpauth://totp/…`, for a QR code. */
  uri: z.string(),
});
export type TotpSecret = z.infer<typeof totpSecretSchema>;

/** `POST /api/second-factor/confirm` `{ code }`: turns it on; ends my other sessions. */
export const confirmBodySchema = z.strictObject({ code });
/** Told once. */
export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) });

/** `POST /api/second-factor/backup-codes`, `…/turn-off`: what proves that it is me. */
export const proofBodySchema = z.strictObject({
  password: z.string().check(z.maxLength(200)),
  code,
});

/** `GET /api/sessions`: where I am signed in. `DELETE /api/sessions` ends all but this one. */
export const sessionSchema = z.object({
  createdAt: z.string(),
  expiresAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/auth/change-password`: ends my other sessions. */
export const changePasswordBodySchema = z.strictObject({
  currentPassword: z.string().check(z.maxLength(200)),
  newPassword,
});

/** `POST /api/import` → 201; the report says what the import could not keep, and where it stood. */
export const importedSchema = z.object({
  id: z.string(),
  report: z.array(z.object({ code: z.string(), place: z.string(), message: z.string() })),
});

/** Every error answer: `{ error: { code, message } }`; `place` names the spot in a bad file. */
export const problemSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      place: z.optional(z.string()),
      reason: z.optional(z.string()),
      word: z.optional(z.string()),
    }),
  })
  .register(z.globalRegistry, { id: 'Problem' });

/** Formats of `GET /api/procedures/:id/export/:format`. `?page=` picks one page of svg and png. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'xlsx', 'svg', 'png', 'json', 'bpmn'] as const;

/** `?profile=` of pdf: `pdf-a` is one for the archive (PDF/A-2a). */
export const PDF_PROFILES = ['pdf-a'] as const;
