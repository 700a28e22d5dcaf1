import { useRef, useState } from 'react';
import { findNextItem } from './agenda.ts';
import type { PresentationProps } from './Presentation.tsx';
import type { KeyAction } from './presentationKeys.ts';
import type { SheetLook, Zoom } from './SheetFrame.tsx';
import { usePresentationKeys } from './usePresentationKeys.ts';

export interface PresentationActions {
  readonly look: SheetLook;
  readonly isHelp: boolean;
  act(action: KeyAction): void;
  /** Whether what the action switches on is on. */
  isOn(action: KeyAction): boolean;
}

const presenterOnly: ReadonlySet<KeyAction['type']> = new Set([
  'pointer',
  'point',
  'toggleSpotlight',
  'toggleScreen',
  'restartTimer',
]);

/** Keys, tools and the sheet ask for the same things; some of them concern this window alone. */
export function usePresentationActions(
  { state, seat, agenda, onCommand, onNotes }: PresentationProps,
  unit: number,
): PresentationActions {
  const [isPointing, setPointing] = useState(false);
  const [isHelp, setHelp] = useState(false);
  const zoomRef = useRef<Zoom>(null);
  const isPresenter = seat === 'presenter';

  function act(action: KeyAction): void {
    if (!isPresenter && presenterOnly.has(action.type)) return;
    switch (action.type) {
      case 'zoom':
        zoomRef.current?.(action.factor);
        break;
      case 'zoomReset':
        onCommand({ type: 'look', view: null });
        break;
      case 'escape':
        onCommand({ type: 'toggleMode', mode: state.mode === 'step' ? 'overview' : state.mode });
        break;
      case 'fullscreen':
        toggleFullscreen();
        break;
      case 'help':
        setHelp(!isHelp);
        break;
      case 'notes':
        onNotes?.();
        break;
      case 'pointer':
        setPointing(!isPointing);
        if (isPointing) onCommand({ type: 'point', at: null });
        break;
      case 'next':
        goOn();
        break;
      default:
        onCommand(action);
    }
  }

  /** Behind the closing comes the next SOP of the agenda. */
  function goOn(): void {
    const isClosed = state.station.at === 'closing' && state.screen === 'lit';
    const next = agenda?.onGo && isClosed ? findNextItem(agenda) : undefined;
    if (next) agenda?.onGo?.(next.id);
    else onCommand({ type: 'next' });
  }
  usePresentationKeys(act, isHelp);

  const look: SheetLook = {
    view: state.view,
    pointer: state.pointer,
    isSpotlight: state.isSpotlight,
    isPointing: isPresenter && (isPointing || state.isSpotlight),
    unit,
    zoomRef,
    onLook: (view) => onCommand({ type: 'look', view }),
    onPoint: (at) => act({ type: 'point', at }),
    onPick: (step) => onCommand({ type: 'goTo', step }),
  };

  function isOn(action: KeyAction): boolean {
    switch (action.type) {
      case 'toggleMode':
        return state.mode === action.mode;
      case 'toggleSpotlight':
        return state.isSpotlight;
      case 'toggleScreen':
        return state.screen === action.screen;
      case 'pointer':
        return isPointing;
      default:
        return false;
    }
  }

  return { look, isHelp, act, isOn };
}

/** The whole page: what opens beside the presentation or over it is to be seen too. */
function toggleFullscreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser that does not want to stays as it is.
  void change?.catch(() => undefined);
}
