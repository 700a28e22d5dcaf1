import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  backupCodesSchema,
  confirmBodySchema,
  passwordBodySchema,
  proofBodySchema,
  secondFactorSchema,
  totpSecretSchema,
} from '#protocol/api.ts';
import type { GuessLimits } from '#server/auth/guessLimits.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { takeGuess } from '#server/http/guesses.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireSession, setCookies } from '#server/http/principal.ts';

const tags = ['Sign-in'];
/** Whoever has to set it up can. */
const config = { servesDuties: true };

/** My second factor: seen, set up, turned off, and its backup codes made anew. */
export function addSecondFactorRoutes(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.get(
    '/api/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Whether I sign in with a code too',
        response: answers({ 200: secondFactorSchema }, ['sign-in-needed']),
      },
    },
    async (request) => {
      await requireSession(parts, request);
      return parts.secondFactor.state(getMe(request).id);
    },
  );
  addSetUp(app, parts, guesses);
  addChanges(app, parts, guesses);
}

function addSetUp(app: App, parts: HttpParts, guesses: GuessLimits): void {
  app.post(
    '/api/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'A secret for my authenticator; it counts once a code of it is confirmed',
        body: passwordBodySchema,
        response: answers({ 200: totpSecretSchema }, [
          'bad-input',
          'sign-in-needed',
          'wrong-password',
          'second-factor-on',
        ]),
      },
    },
    async (request, reply) => {
      const { cookie } = await toPerson(parts, request);
      const giveBack = takeOwnGuess(guesses, request, reply);
      const begun = await parts.secondFactor.begin(cookie, request.body.password);
      if (!begun.ok) throw new HttpProblem(begun.code, messages[begun.code]);
      giveBack();
      return begun.secret;
    },
  );

  app.post(
    '/api/second-factor/confirm',
    {
      config,
      schema: {
        tags,
        summary: 'Turn it on with the first code; tells the backup codes, ends my other sessions',
        body: confirmBodySchema,
        response: answers({ 200: backupCodesSchema }, [
          'bad-input',
          'sign-in-needed',
          'wrong-code',
          'second-factor-on',
        ]),
      },
    },
    async (request, reply) => {
      const person = await toPerson(parts, request);
      const giveBack = takeOwnGuess(guesses, request, reply);
      const confirmed = await parts.secondFactor.confirm(person, request.body.code);
      if (!confirmed.ok) throw new HttpProblem(confirmed.code, messages[confirmed.code]);
      giveBack();
      await changeSession(parts, { request, reply }, confirmed.cookies);
      request.log.info({ user: person.userId }, 'Second factor turned on');
      return { backupCodes: [...confirmed.backupCodes] };
    },
  );
}

function addChanges(app: App, parts: HttpParts, guesses: GuessLimits): void {
  const problems = [
    'bad-input',
    'sign-in-needed',
    'wrong-password',
    'wrong-code',
    'second-factor-off',
  ] as const;

  app.post(
    '/api/second-factor/backup-codes',
    {
      schema: {
        tags,
        summary: 'New backup codes; the old ones end',
        body: proofBodySchema,
        response: answers({ 200: backupCodesSchema }, problems),
      },
    },
    async (request, reply) => {
      const person = await toPerson(parts, request);
      const giveBack = takeOwnGuess(guesses, request, reply);
      const renewed = await parts.secondFactor.renewBackupCodes(person, request.body);
      if (!renewed.ok) throw new HttpProblem(renewed.code, messages[renewed.code]);
      giveBack();
      request.log.info({ user: person.userId }, 'Backup codes renewed');
      return { backupCodes: [...renewed.backupCodes] };
    },
  );

  app.post(
    '/api/second-factor/turn-off',
    {
      schema: {
        tags,
        summary: 'Sign in with the password alone again; ends my other sessions',
        body: proofBodySchema,
        response: answers({ 204: nothing }, problems),
      },
    },
    async (request, reply) => {
      const person = await toPerson(parts, request);
      const giveBack = takeOwnGuess(guesses, request, reply);
      const off = await parts.secondFactor.turnOff(person, request.body);
      if (!off.ok) throw new HttpProblem(off.code, messages[off.code]);
      giveBack();
      await changeSession(parts, { request, reply }, off.cookies);
      request.log.info({ user: person.userId }, 'Second factor turned off');
      return reply.status(204).send(null);
    },
  );
}

async function toPerson(parts: HttpParts, request: FastifyRequest) {
  return { cookie: await requireSession(parts, request), userId: getMe(request).id };
}

/** Counts as a guess at the account's password; the answer is called when it was right. */
function takeOwnGuess(
  guesses: GuessLimits,
  request: FastifyRequest,
  reply: FastifyReply,
): () => void {
  const guess = { address: request.ip, account: getMe(request).email };
  takeGuess(guesses, reply, guess);
  return () => guesses.giveBack(guess.address, guess.account);
}

/** The session got another token, and the person's other sessions end with their sockets. */
async function changeSession(
  parts: HttpParts,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  cookies: readonly string[],
): Promise<void> {
  setCookies(reply, cookies);
  await parts.accounts.endOtherSessions(toCookieHeader(cookies));
  parts.documents.userChanged(getMe(request).id);
}

/** As a browser sends back what it was told to set. */
function toCookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

const messages = {
  'wrong-password': 'The password is another one.',
  'wrong-code': 'This code is wrong or was used already; take the next one.',
  'second-factor-on': 'It is on already; turn it off first.',
  'second-factor-off': 'It is not on.',
} as const;
