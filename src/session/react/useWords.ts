import { useContext, useEffect, useMemo, useState } from 'react';
import { collectWords, mergeWords, type Words } from '#core/words/collectWords.ts';
import { useSession } from './hooks.ts';
import { OfficeWordsContext } from './officeWordsContext.ts';

/** How many texts of a kind a field chooses from. */
const maxTexts = 500;

/** What the office has used before; undefined until it is known. */
export function useOfficeWords(): Words | undefined {
  const fetchWords = useContext(OfficeWordsContext);
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    let isGone = false;
    void fetchWords().then((fetched) => {
      if (!isGone) setWords(fetched);
    });
    return () => {
      isGone = true;
    };
  }, [fetchWords]);
  return words;
}

/** What this procedure and the office have used before, looked up when it is first asked for. */
export function useWords(): () => Words {
  const session = useSession();
  const office = useOfficeWords();
  return useMemo(() => {
    let words: Words | undefined;
    return () => {
      if (words) return words;
      const own = collectWords(session.procedure.get());
      words = mergeWords(office ? [own, office] : [own], maxTexts);
      return words;
    };
  }, [session, office]);
}
