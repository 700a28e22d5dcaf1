import type { Me } from '#protocol/api.ts';
import type { Attendee } from '#protocol/meeting.ts';
import type { Identify } from '#server/auth/identify.ts';
import { hashToken } from '#server/auth/secretTokens.ts';
import type { Guest, MeetingAccessStore } from '#server/store/meetingAccessStore.ts';

/** The cookie of a guest, which holds a token bound to one meeting. */
export interface GuestCookie {
  readonly name: string;
  /** As a `Set-Cookie` header. */
  write(token: string): string;
}

/** Longer than any meeting; the link and the end of the meeting end it sooner. */
const cookieSeconds = 31 * 24 * 60 * 60;

export function toGuestCookie(isSecure: boolean): GuestCookie {
  // With this prefix browsers take the cookie from this very host only.
  const name = isSecure ? '__Host-alur.guest' : 'alur.guest';
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${cookieSeconds}`;
  return {
    name,
    write: (token) => `${name}=${token}; ${attributes}${isSecure ? '; Secure' : ''}`,
  };
}

/** Finds out who takes part in a meeting. */
export interface Attendees {
  readonly cookie: GuestCookie;
  /** The guest whose cookie it is, while the link and the meeting last. */
  findGuest(cookies: string | undefined): Promise<Guest | undefined>;
  /** An account or a guest as somebody who joined this meeting; undefined for anybody else. */
  findAttendee(
    meetingId: string,
    who: { readonly me: Me | undefined; readonly guest: Guest | undefined },
  ): Promise<Attendee | undefined>;
  /** The same for the headers of a request; a script may name its token. */
  identify(
    meetingId: string,
    headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined },
  ): Promise<Attendee | undefined>;
}

export function createAttendees(parts: {
  readonly identify: Identify;
  readonly access: MeetingAccessStore;
  readonly cookie: GuestCookie;
}): Attendees {
  const { access, cookie } = parts;

  async function findGuest(cookies: string | undefined): Promise<Guest | undefined> {
    const token = readCookie(cookies, cookie.name);
    return token ? access.findGuest(hashToken(token)) : undefined;
  }

  const findAttendee: Attendees['findAttendee'] = async (meetingId, { me, guest }) => {
    if (me && (await access.isMember(meetingId, me.id)))
      return { id: me.id, name: me.name, isGuest: false };
    if (guest?.meetingId !== meetingId) return undefined;
    return { id: guest.id, name: guest.name, isGuest: true };
  };

  return {
    cookie,
    findGuest,
    findAttendee,
    async identify(meetingId, headers) {
      const identity = await parts.identify(headers);
      const me = identity.ok ? identity.user : undefined;
      return findAttendee(meetingId, { me, guest: await findGuest(headers.cookie) });
    },
  };
}

function readCookie(cookies: string | undefined, name: string): string | undefined {
  const pair = cookies?.split(';').find((each) => each.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1) || undefined;
}
