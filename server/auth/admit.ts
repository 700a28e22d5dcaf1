import type { IncomingMessage } from 'node:http';
import { closeCodes } from '#protocol/sync.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import type { Admit } from '#server/sync/admission.ts';
import type { Identify } from './identify.ts';
import { isSameOrigin } from './sameOrigin.ts';

export interface AdmitParts {
  readonly identify: Identify;
  readonly procedures: ProcedureStore;
  readonly publicUrl: URL | undefined;
}

/** Who may open which procedure's document, and as what. */
export function createAdmit({ identify, procedures, publicUrl }: AdmitParts): Admit {
  return async (request, procedureId) => {
    const { authorization, cookie } = request.headers;
    const identity = await identify({ authorization, cookie, token: tokenOf(request) });
    if (!identity.ok) return { ok: false, closeCode: closeCodes.signInNeeded };
    // A page of another site can open a socket with our cookie; it cannot know a token.
    if (identity.by === 'session' && !isSameOrigin(request.headers, publicUrl))
      return { ok: false, closeCode: closeCodes.forbidden };
    const { id, name } = identity.user;
    const procedure = await procedures.find(procedureId, id);
    if (!procedure || procedure.isDeleted)
      return { ok: false, closeCode: closeCodes.unknownProcedure };
    if (!procedure.role) return { ok: false, closeCode: closeCodes.forbidden };
    return { ok: true, role: procedure.role, user: { id, name } };
  };
}

/** `?token=`, which the `params` of y-websocket become. */
function tokenOf(request: IncomingMessage): string | undefined {
  const query = (request.url ?? '').split('?', 2)[1];
  return new URLSearchParams(query).get('token') ?? undefined;
}
