import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { z } from 'zod';
import { answers } from '#server/http/answers.ts';
import type { App } from '#server/http/parts.ts';

/** What is said of the interface as a whole. */
export const openApiInfo: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: 'Alur',
    version: '1',
    description:
      'Procedures (SOP) that are drawn together. Every error is `{ error: { code, message, place?, reason?, word? } }`; the codes are explained in docs/errors.md.',
    license: { name: 'MIT' },
  },
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'alur.session_token',
        description: 'Behind https: __Host-alur.session_token',
      },
      token: { type: 'http', scheme: 'bearer', description: 'An API token' },
    },
  },
  security: [{ session: [] }, { token: [] }],
};

const openApiDocument: z.ZodType<unknown> = z.looseObject({}).describe('OpenAPI 3.1');

/** The description of the interface that the routes' own schemas give. */
export function addOpenApiRoute(app: App): void {
  app.get(
    '/api/openapi.json',
    {
      config: { isPublic: true },
      schema: {
        tags: ['Description'],
        summary: 'This description',
        response: answers({ 200: openApiDocument }),
      },
    },
    async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
}
