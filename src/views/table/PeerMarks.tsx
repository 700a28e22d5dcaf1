import { useTranslation } from 'react-i18next';
import { type Editor, useEditors } from '#session/react/useEditors.ts';
import { toTargetKey } from '#session/targetKey.ts';
import { findEditPlace } from './editPlace.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';

interface PeerMarksProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** Frames in their colours where others type. */
export function PeerMarks({ pages, placement }: PeerMarksProps) {
  const editors = useEditors();
  return [...editors.values()].map((editor) => (
    <PeerMark key={editor.clientId} editor={editor} pages={pages} placement={placement} />
  ));
}

function PeerMark({ editor, pages, placement }: PeerMarksProps & { readonly editor: Editor }) {
  const { t } = useTranslation('table');
  const { target, name, color } = editor;
  const place = findEditPlace(pages, {
    subject: { kind: 'text', target },
    key: toTargetKey(target),
  });
  const sheet = place && placement.pages[place.page];
  if (!place || !sheet) return null;
  const { scale } = placement;
  const { x, y, width, height } = place.box;
  return (
    <div
      className="tablePeer"
      style={{
        left: sheet.x + x * scale,
        top: sheet.y + y * scale,
        width: width * scale,
        height: height * scale,
        color,
      }}
    >
      <span className="tablePeerName" style={{ background: color }}>
        {t('isEditing', { name })}
      </span>
    </div>
  );
}
