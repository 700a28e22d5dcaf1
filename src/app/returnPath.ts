/** The sign-in page that brings one back to where one was. */
export function toSignInPath(path: string, search: string): string {
  const here = search ? `${path}?${search}` : path;
  return here === '/' ? '/masuk' : `/masuk?kembali=${encodeURIComponent(here)}`;
}

/** Where to go after signing in: a path of this application only, never another site. */
export function toReturnPath(search: string): string {
  const path = new URLSearchParams(search).get('kembali') ?? '/';
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
