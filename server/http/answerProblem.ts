import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { problemStatus } from '#protocol/problems.ts';
import { HttpProblem } from './httpProblem.ts';

/** Turns whatever a route threw into `{ error: { code, message, place?, reason?, word? } }`. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem.code === 'unexpected') request.log.error({ err: error }, 'A request failed');
  const { code, message, place, reason, word } = problem;
  // Content headers of the answer that failed no longer fit.
  reply.removeHeader('content-disposition');
  void reply
    .status(problemStatus[code])
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code, message, place, reason, word } }));
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0];
    const place = issue?.instancePath.replace(/^\//, '').replaceAll('/', '.') ?? '';
    return new HttpProblem('bad-input', `${place || 'body'}: ${issue?.message ?? 'is not valid'}`);
  }
  return toFastifyProblem(error);
}

function toFastifyProblem(error: unknown): HttpProblem {
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpProblem('too-large', 'The body is larger than this route takes.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpProblem('unsupported-type', 'This route takes application/json.');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new HttpProblem('bad-json', 'The body is not valid JSON.');
  }
  if (statusOf(error) === 400) return new HttpProblem('bad-input', 'The request is malformed.');
  return new HttpProblem('unexpected', 'Something went wrong on the server.');
}

function codeOf(error: unknown): FastifyError['code'] | undefined {
  return isFastifyError(error) ? error.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  return isFastifyError(error) ? error.statusCode : undefined;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error;
}
