import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemStatus } from '#protocol/problems.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

const operationSchema = z.object({
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
const documentSchema = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

describe('/api/openapi.json', () => {
  let alur: TestServer;
  let document: z.infer<typeof documentSchema>;

  beforeAll(async () => {
    alur = await openTestServer();
    document = documentSchema.parse((await alur.stranger.get('/api/openapi.json')).body);
  });
  afterAll(() => alur.close());

  it('describes every route', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );

    expect([...described].sort()).toEqual([...listRoutes(alur)].sort());
  });

  it('names each problem of a route under its own status', () => {
    const named = Object.values(document.paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ responses }) => Object.entries(responses))
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([status, { description }]) =>
        description.split(', ').map((code) => [code, Number(status)]),
      );

    const known = Object.entries(problemStatus);
    expect(named.length).toBeGreaterThan(100);
    for (const pair of named) expect(known).toContainEqual(pair);
  });

  it('refers to the procedure file by its name', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['ProcedureFile', 'Problem']),
    );
  });
});

/** `get /api/procedures/{id}`, as Fastify has them; without metrics, files and the automatic HEAD. */
function listRoutes({ server }: TestServer): readonly string[] {
  const routes: string[] = [];
  const path: string[] = [];
  for (const line of server.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^([│ ]*)(?:├── |└── )(\S+)(?: \((.+)\))?$/.exec(line);
    if (!found) continue;
    const [, indent = '', part = '', methods = ''] = found;
    path.splice(indent.length / 4);
    path.push(part);
    const url = path.join('').replace(/:(\w+)/g, '{$1}');
    for (const method of methods.split(', '))
      if (method && method !== 'HEAD' && url.startsWith('/'))
        routes.push(`${method.toLowerCase()} ${url}`);
  }
  return routes.filter((route) => !/ \/metrics$| \/?\*$/.test(route));
}
