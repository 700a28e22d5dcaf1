import type { ViewName } from '#app/editor/viewNames.ts';
import type { Session } from '#session/session.ts';
import type { Command } from '#ui/commands/command.ts';

/** What the commands of the open document work on, whichever view shows it. */
export interface EditorContext {
  readonly session: Pick<Session, 'undo' | 'redo'>;
  readonly canEdit: boolean;
  /** It is no variant, which is shared with its SOP alone. */
  readonly canShare: boolean;
  /** Opens a view, or what lies over all of them. */
  readonly open: (what: EditorPart) => void;
  readonly show: (view: ViewName) => void;
  readonly print: () => void;
  /** Shows the document on the whole screen, step by step. */
  readonly present: () => void;
}

/** What can be opened beside or over the views. */
export type EditorPart =
  | 'palette'
  | 'goToStep'
  | 'find'
  | 'replace'
  | 'versions'
  | 'share'
  | 'suggest'
  | 'help'
  | 'tour';

/** Every command of the open document that belongs to no single view. */
export const editorCommands: readonly Command<EditorContext>[] = [
  {
    id: 'editor.palette',
    keys: ['Ctrl+K'],
    isKeyOnly: true,
    run: ({ open }) => open('palette'),
  },
  {
    id: 'editor.goToStep',
    keys: ['Ctrl+G'],
    run: ({ open }) => open('goToStep'),
  },
  {
    id: 'editor.find',
    keys: ['Ctrl+F'],
    run: ({ open }) => open('find'),
  },
  {
    id: 'editor.replace',
    keys: ['Ctrl+H'],
    when: ({ canEdit }) => canEdit,
    run: ({ open }) => open('replace'),
  },
  {
    id: 'editor.undo',
    keys: ['Ctrl+Z'],
    when: ({ canEdit }) => canEdit,
    run: ({ session }) => session.undo(),
  },
  {
    id: 'editor.redo',
    keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    when: ({ canEdit }) => canEdit,
    run: ({ session }) => session.redo(),
  },
  { id: 'editor.showCanvas', run: ({ show }) => show('kanvas') },
  { id: 'editor.showTable', run: ({ show }) => show('tabel') },
  { id: 'editor.showSplit', run: ({ show }) => show('belah') },
  { id: 'editor.showIdentity', run: ({ show }) => show('identitas') },
  { id: 'editor.showBpmn', run: ({ show }) => show('bpmn') },
  {
    id: 'editor.suggest',
    keys: ['Ctrl+Alt+M'],
    run: ({ open }) => open('suggest'),
  },
  { id: 'editor.present', keys: ['Alt+P'], run: ({ present }) => present() },
  { id: 'editor.versions', run: ({ open }) => open('versions') },
  { id: 'editor.share', when: ({ canShare }) => canShare, run: ({ open }) => open('share') },
  { id: 'editor.print', keys: ['Ctrl+P'], isKeyNative: true, run: ({ print }) => print() },
  // Every page has the key, not the editor alone.
  { id: 'editor.help', keys: ['F1'], isKeyNative: true, run: ({ open }) => open('help') },
  { id: 'editor.tour', when: ({ canEdit }) => canEdit, run: ({ open }) => open('tour') },
];
