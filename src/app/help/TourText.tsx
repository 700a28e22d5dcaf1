import { Kbd } from '@mantine/core';

interface TourTextProps {
  /** With `<key>` round what is on a key and `<b>` round a name on the screen. */
  readonly text: string;
}

/** A text of the tour, in which keys and names stand out. */
export function TourText({ text }: TourTextProps) {
  return text.split(/(<key>.*?<\/key>|<b>.*?<\/b>)/).map((part, place) => {
    const [, tag, words] = /^<(key|b)>(.*)<\//.exec(part) ?? [];
    const key = `${place} ${part}`;
    if (tag === 'key')
      return (
        <Kbd key={key} size="sm">
          {words}
        </Kbd>
      );
    return tag === 'b' ? <strong key={key}>{words}</strong> : part;
  });
}
