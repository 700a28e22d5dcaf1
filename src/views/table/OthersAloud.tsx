import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#session/react/hooks.ts';
import { OthersChanges, type SpokenChange } from './spokenChanges.ts';

/** How often it speaks at most, in ms. */
const speakEveryMs = 3000;
/** A longer list is cut off: it would be said for too long. */
const maxSaid = 4;

/** Tells a screen reader, now and then and when it is silent, what others changed. */
export function OthersAloud() {
  const { t } = useTranslation('table');
  const session = useSession();
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    const changes = new OthersChanges();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speak = () => {
      timer = undefined;
      const peers = session.peers.get();
      const [first] = peers;
      const who = peers.every(({ userId }) => userId === first?.userId) ? first?.name : undefined;
      setSaid({ who, changes: changes.take(session.procedure.get()) });
    };
    const unwatch = session.watchOthers((before, after) => {
      changes.add(before, after);
      timer ??= setTimeout(speak, speakEveryMs);
    });
    return () => {
      clearTimeout(timer);
      unwatch();
    };
  }, [session]);

  function toText({ who, changes }: Said): string {
    const texts = changes
      .slice(0, maxSaid)
      .map((change) => t(`others.${change.what}`, { ...change }));
    const rest = changes.length - texts.length;
    const all = rest > 0 ? [...texts, t('others.more', { count: rest })] : texts;
    return t('others.said', { who: who ?? t('others.somebody'), what: all.join(', ') });
  }

  return (
    <p className="tableAloud" aria-live="polite">
      {said && said.changes.length > 0 && toText(said)}
    </p>
  );
}

interface Said {
  /** The only other person there; absent when several are. */
  readonly who: string | undefined;
  readonly changes: readonly SpokenChange[];
}
