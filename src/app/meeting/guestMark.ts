const key = 'alur.guestOf';

/** Notes in this tab that its person came in as a guest: there is no sign-in to send them to. */
export function keepGuestMark(meetingId: string): void {
  sessionStorage.setItem(key, meetingId);
}

export function isGuestOf(meetingId: string): boolean {
  return sessionStorage.getItem(key) === meetingId;
}
