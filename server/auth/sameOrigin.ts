import type { IncomingHttpHeaders } from 'node:http';

/**
 * False for a request that a page of another site made the browser send. Browsers name the page's origin
 * in everything but plain reads; programs that are no browser send none, and carry no cookies by accident.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: URL | undefined): boolean {
  const { origin, host } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (origin === undefined) return true;
  if (publicUrl && origin === publicUrl.origin) return true;
  // The scheme may differ: a proxy in front speaks https, we speak http.
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
