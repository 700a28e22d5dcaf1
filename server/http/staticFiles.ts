import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './answerProblem.ts';
import { HttpProblem } from './httpProblem.ts';
import type { App } from './parts.ts';

const yearSeconds = 31_536_000;

/**
 * Serves the built application, in the compressed form that the build left beside each file. Vite names
 * files in `assets` by their content, so browsers may keep them for ever; all others they ask for again.
 */
export function addStaticFiles(app: App, publicFolder: string | undefined): void {
  if (publicFolder)
    void app.register(fastifyStatic, {
      root: publicFolder,
      preCompressed: true,
      cacheControl: false,
      // The manifest of the build stays inside.
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        // Caches between us and the browser keep one form for each.
        reply.setHeader('vary', 'accept-encoding');
        const isHashed = path.startsWith(join(publicFolder, 'assets'));
        reply.setHeader(
          'cache-control',
          isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
        );
      },
    });
  app.setNotFoundHandler((request, reply) =>
    publicFolder && isPage(request)
      ? sendApplication(reply)
      : answerProblem(new HttpProblem('unknown-route', 'There is nothing here.'), request, reply),
  );
}

/** The application's own addresses, such as `/prosedur/…`; not a missing file or an unknown call. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (/^\/(?:api|sync|metrics|healthz|readyz|assets)(?:\/|$)/.test(path)) return false;
  return !/\.[a-z0-9]{2,5}$/i.test(path);
}

function sendApplication(reply: FastifyReply): FastifyReply {
  return reply.status(200).sendFile('index.html');
}
