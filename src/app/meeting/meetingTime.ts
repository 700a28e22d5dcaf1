import { useEffect, useState } from 'react';
import type { AgendaItem, MeetingLive } from '#core/meeting/meeting.ts';
import type { LineNews } from './MeetingLine.ts';

/** The server's time, in ms since 1970: this device's clock may be wrong. */
export function toServerTime({ now, heardAt }: LineNews, performanceNow: number): number {
  return Date.parse(now) + performanceNow - heardAt;
}

/** How long an item was talked about until now, in ms. */
export function toSpentMs(item: AgendaItem, live: MeetingLive, serverTime: number): number {
  if (live.item !== item.id || live.itemSince === null) return item.spentMs;
  return item.spentMs + Math.max(0, serverTime - Date.parse(live.itemSince));
}

/** How long somebody has been gone, in ms, told that they were for `goneMs` at the time of the news. */
export function toGoneNow(goneMs: number, { heardAt }: LineNews, performanceNow: number): number {
  return goneMs === 0 ? 0 : goneMs + performanceNow - heardAt;
}

/** This page's clock (`performance.now`), each second anew. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
