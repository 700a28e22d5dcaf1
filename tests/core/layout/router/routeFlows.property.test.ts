import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeFlows } from '#core/layout/router/routeFlows.ts';
import type { RouteRequest } from '#core/layout/router/routeRequest.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { CANVAS, PAGE, toSheetRequest } from '#tests/support/sheetRequest.ts';
import { findForbidden, NOTHING_FORBIDDEN } from './drawn.ts';

/** Fixed, so that a change of the router decides whether these hold, and not chance. */
const SEED = 3;
const procedures = arbitraryProcedure({ steps: { most: 60 } });

describe('routeFlows on any procedure', () => {
  it('draws nothing forbidden on a sheet of table cells', () => {
    fc.assert(
      fc.property(procedures, (procedure) => {
        const request = toSheetRequest(procedure, PAGE);
        expect(findForbidden(request, routeFlows(request))).toEqual(NOTHING_FORBIDDEN);
      }),
      { numRuns: 60, seed: SEED },
    );
  }, 120_000);

  it('draws nothing forbidden on the canvas', () => {
    fc.assert(
      fc.property(procedures, (procedure) => {
        const request = toSheetRequest(procedure, CANVAS);
        expect(findForbidden(request, routeFlows(request))).toEqual(NOTHING_FORBIDDEN);
      }),
      { numRuns: 40, seed: SEED },
    );
  }, 120_000);

  it('minds neither ids nor the order of its lists', () => {
    fc.assert(
      fc.property(arbitraryProcedure({ steps: { most: 25 } }), (procedure) => {
        const request = toSheetRequest(procedure, PAGE);
        const routes = routeFlows(request);

        const shuffled = routeFlows(renameBackwards(request)).toReversed();

        expect(shuffled.map(({ points, label }) => ({ points, label }))).toEqual(
          routes.map(({ points, label }) => ({ points, label })),
        );
      }),
      { numRuns: 40, seed: SEED },
    );
  }, 120_000);
});

/** The same request with its lists turned round and ids that sort the other way. */
function renameBackwards(request: RouteRequest): RouteRequest {
  const count = request.nodes.length;
  const ids = new Map(request.nodes.map(({ id }, index) => [id, `n${count - index}`]));
  const rename = (id: string) => ids.get(id) ?? id;
  return {
    ...request,
    nodes: request.nodes.map((node) => ({ ...node, id: rename(node.id) })).reverse(),
    joints: request.joints.toReversed(),
    flows: request.flows
      .map((flow, index) => ({
        ...flow,
        id: `x${request.flows.length - index}`,
        from: rename(flow.from),
        to: rename(flow.to),
        mergeKey: rename(flow.mergeKey),
      }))
      .reverse(),
  };
}
