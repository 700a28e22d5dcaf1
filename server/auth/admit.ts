import type { IncomingMessage } from 'node:http';
import { findStrongest } from '#protocol/roles.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { Attendees } from '#server/meeting/attendees.ts';
import type { MeetingAccessStore } from '#server/store/meetingAccessStore.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import type { Admit } from '#server/sync/admission.ts';
import type { Identify } from './identify.ts';
import { isSameOrigin } from './sameOrigin.ts';

export interface AdmitParts {
  readonly identify: Identify;
  readonly procedures: ProcedureStore;
  readonly attendees: Attendees;
  readonly meetingAccess: MeetingAccessStore;
  readonly publicUrl: URL | undefined;
}

/** Who may open which procedure's document, and as what: accounts, and guests of a meeting about it. */
export function createAdmit(parts: AdmitParts): Admit {
  const { identify, procedures, meetingAccess, publicUrl } = parts;
  return async (request, procedureId) => {
    const { authorization, cookie } = request.headers;
    const identity = await identify({ authorization, cookie, token: tokenOf(request) });
    // A page of another site can open a socket with our cookie; it cannot know a token.
    if ((!identity.ok || identity.by === 'session') && !isSameOrigin(request.headers, publicUrl))
      return { ok: false, closeCode: closeCodes.forbidden };
    const guest = identity.ok ? undefined : await parts.attendees.findGuest(cookie);
    const user = identity.ok ? identity.user : guest;
    if (!user) return { ok: false, closeCode: closeCodes.signInNeeded };
    const procedure = await procedures.find(procedureId, user.id);
    if (!procedure || procedure.isDeleted)
      return { ok: false, closeCode: closeCodes.unknownProcedure };
    const inMeeting = await meetingAccess.findRole(procedureId, user.id);
    const role = findStrongest([procedure.role, inMeeting].filter((each) => each !== undefined));
    if (!role) return { ok: false, closeCode: closeCodes.forbidden };
    return { ok: true, role, user: { id: user.id, name: user.name } };
  };
}

/** `?token=`, which the `params` of y-websocket become. */
function tokenOf(request: IncomingMessage): string | undefined {
  const query = (request.url ?? '').split('?', 2)[1];
  return new URLSearchParams(query).get('token') ?? undefined;
}
