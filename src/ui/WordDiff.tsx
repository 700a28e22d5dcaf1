import './WordDiff.css';

/** A piece of a text that stayed, went or came. */
interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface WordDiffProps {
  readonly words: readonly DiffPart[];
  /** What is said of a text that is empty. */
  readonly none: string;
}

/** A text with what came and what went in it: struck out and underlined, not coloured alone. */
export function WordDiff({ words, none }: WordDiffProps) {
  if (words.length === 0) return <em className="wordDiffNone">{none}</em>;
  let at = 0;
  return (
    <span className="wordDiff">
      {words.map(({ kind, text }) => {
        const key = `${at} ${kind}`;
        at += text.length;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </span>
  );
}
