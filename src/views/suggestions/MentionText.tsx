import { splitMentions } from './mentions.ts';
import { useParts } from './suggestionsContext.ts';

/** A text in which names that are called upon stand out. */
export function MentionText({ text }: { readonly text: string }) {
  const { people } = useParts();
  return (
    <p className="suggestionText">
      {splitMentions(text, people).map((piece) =>
        piece.isName ? (
          <strong key={piece.at} className="suggestionMention">
            {piece.text}
          </strong>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
