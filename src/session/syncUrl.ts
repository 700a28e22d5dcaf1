/** `https://host` → `wss://host/sync`. */
export function toSyncUrl(baseUrl: string): string {
  const url = new URL('/sync', baseUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
