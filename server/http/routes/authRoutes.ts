import { z } from 'zod';
import { changePasswordBodySchema, meSchema, signInBodySchema } from '#protocol/api.ts';
import { Attempts } from '#server/auth/attempts.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { setCookies } from '#server/http/principal.ts';

const minuteMs = 60_000;
const tags = ['Sign-in'];

/** Sign-in, sign-out and one's own password: the paths of better-auth, in front of its functions. */
export function addAuthRoutes(app: App, parts: HttpParts): void {
  addSignIn(app, parts);

  app.post(
    '/api/auth/sign-out',
    {
      config: { isPublic: true },
      schema: { tags, summary: 'End my session', response: answers({ 200: z.object({}) }) },
    },
    async (request, reply) => {
      setCookies(reply, (await parts.accounts.signOut(request.headers.cookie ?? '')).cookies);
      return {};
    },
  );

  app.post(
    '/api/auth/change-password',
    {
      schema: {
        tags,
        summary: 'Change my password; ends my other sessions',
        body: changePasswordBodySchema,
        response: answers({ 204: nothing }, ['bad-input', 'sign-in-needed', 'wrong-password']),
      },
    },
    async (request, reply) => {
      const cookie = request.headers.cookie ?? '';
      const { value, cookies } = await parts.accounts.changePassword(cookie, request.body);
      if (!value) throw wrongPassword();
      setCookies(reply, cookies);
      return reply.status(204).send(null);
    },
  );
}

function addSignIn(app: App, parts: HttpParts): void {
  const { failedSignInsPerAddress, failedSignInsPerAccount } = parts.rateLimits;
  const perAddress = new Attempts(
    { attempts: failedSignInsPerAddress, windowMs: minuteMs },
    parts.now,
  );
  const perAccount = new Attempts(
    { attempts: failedSignInsPerAccount, windowMs: 5 * minuteMs },
    parts.now,
  );

  app.post(
    '/api/auth/sign-in/email',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Sign in with e-mail and password; sets the session cookie',
        body: signInBodySchema,
        response: answers({ 200: z.object({ user: meSchema }) }, ['bad-input', 'wrong-password']),
      },
    },
    async (request, reply) => {
      const account = `${request.ip} ${request.body.email.toLowerCase()}`;
      const waitMs = perAddress.take(request.ip) ?? perAccount.take(account);
      if (waitMs !== undefined) {
        reply.header('retry-after', Math.ceil(waitMs / 1000));
        throw new HttpProblem('too-many-requests', 'Too many attempts; wait a little.');
      }
      const signedIn = await parts.accounts.signIn(request.body, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
      });
      if (!signedIn) throw wrongPassword();
      perAddress.giveBack(request.ip);
      perAccount.giveBack(account);
      setCookies(reply, signedIn.cookies);
      return { user: signedIn.value };
    },
  );
}

function wrongPassword(): HttpProblem {
  return new HttpProblem('wrong-password', 'E-mail address and password do not match.');
}
