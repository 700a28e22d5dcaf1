import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import {
  type FastifyPluginAsyncZod,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { answerProblem } from './answerProblem.ts';
import { HttpProblem } from './httpProblem.ts';
import { addMetrics } from './metrics.ts';
import type { App, HttpParts } from './parts.ts';
import { requireSignIn } from './principal.ts';
import { logRequests } from './requestLog.ts';
import { addAccessRoutes } from './routes/accessRoutes.ts';
import { addAuthRoutes } from './routes/authRoutes.ts';
import { addExportRoutes } from './routes/exportRoutes.ts';
import { addHealthRoutes } from './routes/healthRoutes.ts';
import { addImportRoutes } from './routes/importRoutes.ts';
import { addMeetingLinkRoutes } from './routes/meetingLinkRoutes.ts';
import { addMeetingRoutes } from './routes/meetingRoutes.ts';
import { addMinutesRoutes } from './routes/minutesRoutes.ts';
import { addOpenApiRoute, openApiInfo } from './routes/openApiRoute.ts';
import { addProcedureRoutes } from './routes/procedureRoutes.ts';
import { addSuggestionRoutes } from './routes/suggestionRoutes.ts';
import { addTokenRoutes } from './routes/tokenRoutes.ts';
import { addUserRoutes } from './routes/userRoutes.ts';
import { addVariantRoutes } from './routes/variantRoutes.ts';
import { addVersionRoutes } from './routes/versionRoutes.ts';
import { addWordRoutes } from './routes/wordRoutes.ts';
import { addSecurityHeaders } from './securityHeaders.ts';
import { addStaticFiles } from './staticFiles.ts';

export interface AppSettings {
  readonly logger: FastifyBaseLogger;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** A body of our own routes is small; files have their own limit. */
const bodyLimitBytes = 64 * 1024;

/** The HTTP side of the server, ready to listen. */
export async function createApp(parts: HttpParts, settings: AppSettings): Promise<App> {
  const app: App = fastify({
    loggerInstance: settings.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: [...settings.trustedProxies],
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    // A path that cannot be decoded.
    frameworkErrors: (_error, request, reply) =>
      answerProblem(new HttpProblem('bad-input', 'The address is malformed.'), request, reply),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  // Plain text would let a page of another site post without the browser asking us first.
  app.removeContentTypeParser('text/plain');

  logRequests(app);
  addSecurityHeaders(app, parts.publicUrl);
  await app.register(compress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(swagger, {
    openapi: openApiInfo,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  addMetrics(app, parts);
  addHealthRoutes(app, parts);
  const api: FastifyPluginAsyncZod = (scope) => addApi(scope, parts);
  await app.register(api);
  addStaticFiles(app, parts.publicFolder);
  return app;
}

/** Everything that wants a sign-in, in a scope with hooks of its own. */
async function addApi(app: App, parts: HttpParts): Promise<void> {
  requireSignIn(app, parts);
  await app.register(rateLimit, {
    max: parts.rateLimits.callsPerMinute,
    timeWindow: 60_000,
    // After sign-in, so that an office behind one address is many people.
    hook: 'preParsing',
    keyGenerator: (request) => request.me?.id ?? request.guest?.id ?? request.ip,
    errorResponseBuilder: (_request, { after }) =>
      new HttpProblem('too-many-requests', `Too many calls; try again in ${after}.`),
  });
  for (const addRoutes of [
    addAuthRoutes,
    addUserRoutes,
    addSuggestionRoutes,
    addTokenRoutes,
    addProcedureRoutes,
    addAccessRoutes,
    addVersionRoutes,
    addWordRoutes,
    addExportRoutes,
    addImportRoutes,
    addMeetingRoutes,
    addMeetingLinkRoutes,
    addMinutesRoutes,
    addVariantRoutes,
    addOpenApiRoute,
  ])
    addRoutes(app, parts);
}
