const entrySelector = 'script[type="module"][src]';

/**
 * Whether the server has another build of the application than this page. A build names its files by
 * their content, so the first script's address tells them apart. False when nobody answers.
 */
export async function isNewVersionThere(): Promise<boolean> {
  const answer = await fetch('/', { cache: 'no-cache' }).catch(() => undefined);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const theirs = findEntry(page);
  return theirs !== undefined && theirs !== findEntry(document);
}

function findEntry(page: Document): string | undefined {
  return page.querySelector(entrySelector)?.getAttribute('src') ?? undefined;
}
