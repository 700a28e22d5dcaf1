import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  changePasswordBodySchema,
  codeBodySchema,
  meSchema,
  sessionSchema,
  signedInSchema,
  signInBodySchema,
} from '#protocol/api.ts';
import { codeLockout } from '#server/auth/betterAuth.ts';
import { GuessLimits } from '#server/auth/guessLimits.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { takeGuess } from '#server/http/guesses.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireSession, requireStrong, setCookies } from '#server/http/principal.ts';
import { addSecondFactorRoutes } from './secondFactorRoutes.ts';

const tags = ['Sign-in'];

/** Sign-in, sign-out, one's sessions and password: the paths of better-auth, in front of its functions. */
export function addAuthRoutes(app: App, parts: HttpParts): void {
  const guesses = new GuessLimits(parts.rateLimits, parts.now);
  addSignIn(app, parts, guesses);
  addSignInByCode(app, parts, guesses);
  addSignOut(app, parts);
  addChangePassword(app, parts, guesses);
  addSessions(app, parts);
  addSecondFactorRoutes(app, parts, guesses);
}

function addSignIn(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.post(
    '/api/auth/sign-in/email',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Sign in with e-mail and password; sets the session cookie, or asks for a code',
        body: signInBodySchema,
        response: answers({ 200: signedInSchema }, [
          'bad-input',
          'wrong-password',
          'account-closed',
          'expired-password',
        ]),
      },
    },
    async (request, reply) => {
      const account = request.body.email.toLowerCase();
      takeGuess(guesses, reply, { address: request.ip, account });
      const signedIn = await parts.accounts.signIn(request.body, toClient(request));
      if (!signedIn.ok && signedIn.code !== 'code-needed') {
        request.log.warn({ address: request.ip, code: signedIn.code }, 'Sign-in refused');
        throw new HttpProblem(signedIn.code, signInMessages[signedIn.code]);
      }
      guesses.giveBack(request.ip, account);
      setCookies(reply, signedIn.cookies);
      if (!signedIn.ok) return { codeNeeded: true as const };
      request.log.info({ address: request.ip, user: signedIn.value.id }, 'Signed in');
      return { user: signedIn.value };
    },
  );
}

const signInMessages = {
  'wrong-password': 'E-mail address and password do not match.',
  'account-closed': 'This account was closed; an administrator can open it again.',
  'expired-password':
    'This password was handed over too long ago; an administrator gives a new one.',
  'wrong-code': 'This code is wrong or was used already; take the next one.',
  'code-locked': 'Too many wrong codes; wait a quarter of an hour.',
  'sign-in-over': 'This sign-in has ended; begin with the password again.',
} as const;

function addSignInByCode(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.post(
    '/api/auth/sign-in/code',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'The second step of signing in; sets the session cookie',
        body: codeBodySchema,
        response: answers({ 200: z.object({ user: meSchema }) }, [
          'bad-input',
          'wrong-code',
          'sign-in-over',
          'account-closed',
          'code-locked',
        ]),
      },
    },
    async (request, reply) => {
      const client = toClient(request);
      const userId = await parts.secondFactor.findAwaited(client.cookie);
      if (userId === undefined)
        throw new HttpProblem('sign-in-over', signInMessages['sign-in-over']);
      const account = `code ${userId}`;
      takeGuess(guesses, reply, { address: request.ip, account });
      const signedIn = await parts.accounts.signInByCode(userId, request.body, client);
      if (!signedIn.ok) {
        const { code } = signedIn;
        request.log.warn({ address: request.ip, user: userId, code }, 'Sign-in refused');
        if (code === 'code-locked') reply.header('retry-after', codeLockout.durationSeconds);
        throw new HttpProblem(code, signInMessages[code]);
      }
      guesses.giveBack(request.ip, account);
      request.log.info({ address: request.ip, user: userId }, 'Signed in');
      setCookies(reply, signedIn.cookies);
      return { user: signedIn.value };
    },
  );
}

function toClient({ ip, headers }: FastifyRequest) {
  return { address: ip, userAgent: headers['user-agent'] ?? '', cookie: headers.cookie ?? '' };
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
      config: { servesDuties: true },
      schema: {
        tags,
        summary: 'Change my password; ends my other sessions',
        body: changePasswordBodySchema,
        response: answers({ 204: nothing }, [
          'bad-input',
          'weak-password',
          'leaked-password',
          'sign-in-needed',
          'wrong-password',
        ]),
      },
    },
    async (request, reply) => {
      const me = getMe(request);
      const cookie = await requireSession(parts, request);
      const { currentPassword, newPassword } = request.body;
      if (newPassword === currentPassword)
        throw new HttpProblem('bad-input', 'newPassword must be another one than the current one.');
      const guess = { address: request.ip, account: me.email };
      takeGuess(guesses, reply, guess);
      await requireStrong(parts, newPassword, me);
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
