import * as z from 'zod/mini';
import {
  accessSchema,
  apiTokenSchema,
  initialPasswordSchema,
  memberSchema,
  myselfSchema,
  namedPersonSchema,
  newUserSchema,
  problemSchema,
  procedureSummarySchema,
  sessionSchema,
  shareLinkSchema,
  signedInSchema,
  userSchema,
  versionSummarySchema,
} from '#protocol/api.ts';
import { ROLES, type Role } from '#protocol/roles.ts';

/** The server said no, or could not be reached (`status` 0, code `unreachable`). */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  /** The spot in a bad file. */
  readonly place: string | undefined;

  /** What is wrong there, as `FileReason` names it, and what that is about. */
  readonly reason: string | undefined;
  readonly word: string | undefined;

  constructor(problem: {
    code: string;
    message: string;
    status: number;
    place?: string;
    reason?: string;
    word?: string;
  }) {
    super(problem.message);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.place = problem.place;
    this.reason = problem.reason;
    this.word = problem.word;
  }
}

const createdSchema = z.object({ id: z.string() });
const redeemedSchema = z.object({ id: z.string(), role: z.enum(ROLES) });
const importedSchema = z.object({
  id: z.string(),
  report: z.array(z.object({ code: z.string(), place: z.string(), message: z.string() })),
});
export type Imported = z.infer<typeof importedSchema>;

/** What the pages ask of the server. Every call rejects with an `ApiProblem`. */
export const api = {
  me: () => read(myselfSchema, '/api/me'),
  signIn: (body: { email: string; password: string }) =>
    read(signedInSchema, '/api/auth/sign-in/email', withBody('POST', body)),
  /** The second step, where the first one answered that a code is needed. */
  signInByCode: (body: { code: string; trustDevice: boolean }) =>
    send('POST', '/api/auth/sign-in/code', body),
  changePassword: (body: { currentPassword: string; newPassword: string }) =>
    send('POST', '/api/auth/change-password', body),
  signOut: () => send('POST', '/api/auth/sign-out', {}),
  setUp: (body: { token: string; name: string; email: string; password: string }) =>
    send('POST', '/api/setup', body),

  users: () => read(z.array(userSchema), '/api/users'),
  createUser: (body: { name: string; email: string; isAdmin: boolean }) =>
    read(newUserSchema, '/api/users', withBody('POST', body)),
  changeUser: (id: string, state: { isActive?: boolean; isAdmin?: boolean }) =>
    send('PATCH', `/api/users/${encodeURIComponent(id)}`, state),
  resetPassword: (id: string) =>
    read(initialPasswordSchema, `/api/users/${encodeURIComponent(id)}/password`, {
      method: 'POST',
    }),
  removeSecondFactor: (id: string) =>
    send('DELETE', `/api/users/${encodeURIComponent(id)}/second-factor`),
  sessions: () => read(z.array(sessionSchema), '/api/sessions'),
  endOtherSessions: () => send('DELETE', '/api/sessions'),

  tokens: () => read(z.array(apiTokenSchema), '/api/tokens'),
  createToken: (name: string) => read(apiTokenSchema, '/api/tokens', withBody('POST', { name })),
  revokeToken: (id: string) => send('DELETE', `/api/tokens/${encodeURIComponent(id)}`),

  procedures: () => read(z.array(procedureSummarySchema), '/api/procedures'),
  createProcedure: (file: unknown) =>
    read(createdSchema, '/api/procedures', withBody('POST', file)),
  procedureFile: (id: string) => read(z.looseObject({}), procedurePath(id)),
  deleteProcedure: (id: string) => send('DELETE', procedurePath(id)),
  restoreProcedure: (id: string) => send('POST', `${procedurePath(id)}/restore`, {}),
  importFile: (file: File) =>
    read(importedSchema, `/api/import?filename=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),

  versions: (id: string) => read(z.array(versionSummarySchema), `${procedurePath(id)}/versions`),
  /** Keeps what the server has now under a name. */
  createVersion: (id: string, name: string) =>
    read(versionSummarySchema, `${procedurePath(id)}/versions`, withBody('POST', { name })),
  versionFile: (id: string, versionId: string) =>
    read(z.looseObject({}), `${procedurePath(id)}/versions/${encodeURIComponent(versionId)}`),

  access: (id: string) => read(accessSchema, `${procedurePath(id)}/access`),
  people: (id: string) => read(z.array(namedPersonSchema), `${procedurePath(id)}/people`),
  setMember: (id: string, body: { email: string; role: Role }) =>
    read(
      z.union([memberSchema, z.unknown()]),
      `${procedurePath(id)}/members`,
      withBody('PUT', body),
    ),
  removeMember: (id: string, userId: string) =>
    send('DELETE', `${procedurePath(id)}/members/${encodeURIComponent(userId)}`),
  createLink: (id: string, body: { role: Role; expiresInHours: number }) =>
    read(shareLinkSchema, `${procedurePath(id)}/links`, withBody('POST', body)),
  revokeLink: (id: string, linkId: string) =>
    send('DELETE', `${procedurePath(id)}/links/${encodeURIComponent(linkId)}`),
  redeemLink: (token: string) =>
    read(redeemedSchema, '/api/links/redeem', withBody('POST', { token })),
} as const;

function procedurePath(id: string): string {
  return `/api/procedures/${encodeURIComponent(id)}`;
}

/** Asks, and reads the answer. Rejects with an `ApiProblem`. */
export async function read<T>(
  schema: z.ZodMiniType<T>,
  path: string,
  init?: RequestInit,
): Promise<T> {
  const answer = await request(path, init);
  const text = await answer.text();
  const result = schema.safeParse(text === '' ? undefined : JSON.parse(text));
  if (!result.success)
    throw new ApiProblem({
      code: 'bad-answer',
      message: `Unexpected answer of ${path}: ${result.error.message}`,
      status: answer.status,
    });
  return result.data;
}

/** Asks for something that has no answer. Rejects with an `ApiProblem`. */
export async function send(method: string, path: string, body?: unknown): Promise<void> {
  await request(path, body === undefined ? { method } : withBody(method, body));
}

export function withBody(method: string, body: unknown): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => undefined);
  if (!answer)
    throw new ApiProblem({ code: 'unreachable', message: 'No answer from the server', status: 0 });
  if (!answer.ok) throw await toProblem(answer);
  return answer;
}

async function toProblem(answer: Response): Promise<ApiProblem> {
  const body = problemSchema.safeParse(await answer.json().catch(() => undefined));
  const error = body.success
    ? body.data.error
    : { code: `http-${answer.status}`, message: answer.statusText };
  return new ApiProblem({ ...error, status: answer.status });
}
