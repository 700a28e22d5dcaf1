/**
 * Whether the server has another build of the application than this page. A build names its files by
 * their content, so the addresses of its scripts tell them apart. False when nobody answers.
 */
export async function isNewVersionThere(): Promise<boolean> {
  const answer = await fetch('/', { cache: 'no-cache' }).catch(() => undefined);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const theirs = findScripts(page);
  return theirs !== '' && theirs !== findScripts(document);
}

function findScripts(page: Document): string {
  const scripts = page.querySelectorAll('script[type="module"][src]');
  return [...scripts].map((script) => script.getAttribute('src')).join(' ');
}
