import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Duty, Me } from '#protocol/api.ts';
import type { Role } from '#protocol/roles.ts';
import type { PasswordOwner } from '#server/auth/passwordPolicy.ts';
import { isSameOrigin } from '#server/auth/sameOrigin.ts';
import type { Guest } from '#server/store/meetingAccessStore.ts';
import type { ProcedureRecord } from '#server/store/procedureStore.ts';
import { HttpProblem } from './httpProblem.ts';
import type { App, HttpParts } from './parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before every route that is not public. */
    me: Me | undefined;
    /** What this person has to do first, in a route that answers before. */
    duty: Duty | undefined;
    /** Without an account, in a route that admits guests. */
    guest: Guest | undefined;
  }
  interface FastifyContextConfig {
    /** Answers without sign-in. Only what says so does. */
    readonly isPublic?: boolean;
    /** Answers people who have a duty to do first. Only what that takes does. */
    readonly servesDuties?: boolean;
    /** Answers guests of meetings too; it has to ask which meeting they are let into. */
    readonly admitsGuests?: boolean;
  }
}

/** Lets only people who are signed in through to the routes of this scope, public ones excepted. */
export function requireSignIn(app: App, parts: HttpParts): void {
  app.decorateRequest('me', undefined);
  app.decorateRequest('duty', undefined);
  app.decorateRequest('guest', undefined);
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigin(request, parts.publicUrl);
    const { isPublic, admitsGuests, servesDuties } = request.routeOptions.config;
    if (isPublic) return;
    if (admitsGuests) request.guest = await parts.attendees.findGuest(request.headers.cookie);
    const identity = await parts.identify(request.headers);
    if (!identity.ok && request.guest && identity.code === 'sign-in-needed') return;
    if (!identity.ok && !('duty' in identity && servesDuties))
      throw new HttpProblem(identity.code, signInMessages[identity.code]);
    request.me = identity.user;
    if (!identity.ok) request.duty = identity.duty;
    setCookies(reply, identity.cookies);
  });
}

const signInMessages = {
  'sign-in-needed': 'Sign in first, or send an API token as "Authorization: Bearer …".',
  'bad-token': 'This API token is unknown or was revoked.',
  'new-password-needed': 'This password was handed over; choose another one first.',
  'second-factor-needed': 'Set up a second factor first: this office wants it.',
} as const;

const readingMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** A foreign page can make a browser send the cookie along, but not an `Authorization` header. */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: URL | undefined): void {
  if (readingMethods.includes(request.method) || request.headers.authorization) return;
  if (!isSameOrigin(request.headers, publicUrl))
    throw new HttpProblem('foreign-origin', 'This request came from a page of another site.');
}

/** The person who asks. Throws in a public route. */
export function getMe(request: FastifyRequest): Me {
  if (!request.me) throw new RangeError(`${request.routeOptions.url} is public`);
  return request.me;
}

/** The cookie of who is signed in with a password: a script that lost its token gives none of this away. */
export async function requireSession(parts: HttpParts, request: FastifyRequest): Promise<string> {
  const cookie = request.headers.cookie ?? '';
  if (request.headers.authorization || !(await parts.accounts.findSession(cookie)))
    throw new HttpProblem(
      'sign-in-needed',
      'Sign in with a password; an API token may not do this.',
    );
  return cookie;
}

export function requireAdmin(request: FastifyRequest): void {
  if (!getMe(request).isAdmin)
    throw new HttpProblem('forbidden', 'Only administrators may do this.');
}

/** The procedure, where the person who asks has a role that may do it. */
export async function requireProcedure(
  parts: HttpParts,
  request: FastifyRequest,
  wish: { readonly id: string; readonly may: (role: Role) => boolean },
): Promise<ProcedureRecord & { readonly role: Role }> {
  const procedure = await parts.procedures.find(wish.id, getMe(request).id);
  if (!procedure || procedure.isDeleted) throw unknownProcedure();
  const { role } = procedure;
  if (!role || !wish.may(role)) throw forbidden(role);
  return { ...procedure, role };
}

/** A variant has the rights of its SOP and belongs to its meeting: nobody is given others. */
export function refuseVariant({ variant }: ProcedureRecord): void {
  if (variant)
    throw new HttpProblem(
      'forbidden',
      'A variant for a meeting is shared with its procedure only.',
    );
}

export function unknownProcedure(): HttpProblem {
  return new HttpProblem('unknown-procedure', 'There is no such procedure, or it was deleted.');
}

export function forbidden(role: Role | undefined): HttpProblem {
  return new HttpProblem(
    'forbidden',
    role ? `A ${role} may not do this.` : 'You have no access to this procedure.',
  );
}

/** Refuses a password that is easily guessed or known from a leak. */
export async function requireStrong(
  parts: HttpParts,
  password: string,
  owner: PasswordOwner,
): Promise<void> {
  const weakness = await parts.findWeakness(password, owner);
  if (weakness) throw new HttpProblem(weakness, weaknessMessages[weakness]);
}

const weaknessMessages = {
  'weak-password': 'This password is easily guessed; take several unrelated words.',
  'leaked-password': 'This password is known from a leak; take another one.',
} as const;

export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}
