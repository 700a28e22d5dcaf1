import { toTargetKey } from '#session/targetKey.ts';
import { CellTextarea } from './CellTextarea.tsx';
import { DraftInput } from './DraftInput.tsx';
import { findEditPlace } from './editPlace.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTableUi } from './tableContext.ts';

interface CellEditorProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** The field that lies over a cell while it is typed in. It outlives the cell's move to another page. */
export function CellEditor({ pages, placement }: CellEditorProps) {
  const editing = useTableUi((ui) => ui.editing);
  const place = editing && findEditPlace(pages, editing);
  const sheet = place && placement.pages[place.page];
  if (!editing || !place || !sheet) return null;
  const { subject, key, caret } = editing;
  return (
    <div className="tableEditorLayer" style={{ left: sheet.x, top: sheet.y }}>
      {subject.kind === 'text' ? (
        <CellTextarea
          key={toTargetKey(subject.target)}
          target={subject.target}
          cellKey={key}
          caret={caret}
          place={place}
        />
      ) : (
        <DraftInput key={key} subject={subject} cellKey={key} place={place} />
      )}
    </div>
  );
}
