import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  changePasswordBodySchema,
  meSchema,
  sessionSchema,
  signInBodySchema,
} from '#protocol/api.ts';
import { GuessLimits } from '#server/auth/guessLimits.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireStrong, setCookies } from '#server/http/principal.ts';

const tags = ['Sign-in'];

/** Sign-in, sign-out, one's sessions and password: the paths of better-auth, in front of its functions. */
export function addAuthRoutes(app: App, parts: HttpParts): void {
  const guesses = new GuessLimits(parts.rateLimits, parts.now);
  addSignIn(app, parts, guesses);
  addSignOut(app, parts);
  addChangePassword(app, parts, guesses);
  addSessions(app, parts);
}

function addSignIn(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.post(
    '/api/auth/sign-in/email',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Sign in with e-mail and password; sets the session cookie',
        body: signInBodySchema,
        response: answers({ 200: z.object({ user: meSchema }) }, [
          'bad-input',
          'wrong-password',
          'account-closed',
        ]),
      },
    },
    async (request, reply) => {
      const account = request.body.email.toLowerCase();
      takeGuess(guesses, reply, { address: request.ip, account });
      const signedIn = await parts.accounts.signIn(request.body, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
      });
      if (!signedIn.ok) {
        request.log.warn({ address: request.ip, code: signedIn.code }, 'Sign-in refused');
        throw new HttpProblem(signedIn.code, signInMessages[signedIn.code]);
      }
      guesses.giveBack(request.ip, account);
      request.log.info({ address: request.ip, user: signedIn.value.id }, 'Signed in');
      setCookies(reply, signedIn.cookies);
      return { user: signedIn.value };
    },
  );
}

const signInMessages = {
  'wrong-password': 'E-mail address and password do not match.',
  'account-closed': 'This account was closed; an administrator can open it again.',
} as const;

function takeGuess(
  guesses: GuessLimits,
  reply: FastifyReply,
  { address, account }: { readonly address: string; readonly account: string },
): void {
  const waitMs = guesses.take(address, account);
  if (waitMs === undefined) return;
  reply.header('retry-after', Math.ceil(waitMs / 1000));
  throw new HttpProblem('too-many-requests', 'Too many attempts; wait a little.');
}

function addSignOut(app: App, parts: HttpParts): void {
  app.post(
    '/api/auth/sign-out',
    {
      config: { isPublic: true },
      schema: { tags, summary: 'End my session', response: answers({ 200: z.object({}) }) },
    },
    async (request, reply) => {
      const cookie = request.headers.cookie ?? '';
      const session = await parts.accounts.findSession(cookie);
      setCookies(reply, (await parts.accounts.signOut(cookie)).cookies);
      // Sockets that this session opened end with it.
      if (session) parts.documents.userChanged(session.value.id);
      return {};
    },
  );
}

function addChangePassword(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.post(
    '/api/auth/change-password',
    {
      schema: {
        tags,
        summary: 'Change my password; ends my other sessions',
        body: changePasswordBodySchema,
        response: answers({ 204: nothing }, [
          'bad-input',
          'weak-password',
          'sign-in-needed',
          'wrong-password',
        ]),
      },
    },
    async (request, reply) => {
      const me = getMe(request);
      const cookie = await requireSession(parts, request);
      const guess = { address: request.ip, account: me.email };
      takeGuess(guesses, reply, guess);
      await requireStrong(request.body.newPassword, me);
      if (!(await parts.accounts.changePassword(cookie, request.body)))
        throw new HttpProblem('wrong-password', 'The current password is another one.');
      guesses.giveBack(guess.address, guess.account);
      request.log.info({ user: me.id }, 'Password changed');
      parts.documents.userChanged(me.id);
      return reply.status(204).send(null);
    },
  );
}

function addSessions(app: App, parts: HttpParts): void {
  app.get(
    '/api/sessions',
    {
      schema: {
        tags,
        summary: 'Where I am signed in, newest first',
        response: answers({ 200: z.array(sessionSchema) }, ['sign-in-needed']),
      },
    },
    async (request) => [
      ...(await parts.accounts.listSessions(await requireSession(parts, request))),
    ],
  );

  app.delete(
    '/api/sessions',
    {
      schema: {
        tags,
        summary: 'End my sessions elsewhere',
        response: answers({ 204: nothing }, ['sign-in-needed']),
      },
    },
    async (request, reply) => {
      await parts.accounts.endOtherSessions(await requireSession(parts, request));
      parts.documents.userChanged(getMe(request).id);
      return reply.status(204).send(null);
    },
  );
}

/** The cookie of who is signed in with a password: a script that lost its token gives none of this away. */
async function requireSession(parts: HttpParts, request: FastifyRequest): Promise<string> {
  const cookie = request.headers.cookie ?? '';
  if (request.headers.authorization || !(await parts.accounts.findSession(cookie)))
    throw new HttpProblem(
      'sign-in-needed',
      'Sign in with a password; an API token may not do this.',
    );
  return cookie;
}
