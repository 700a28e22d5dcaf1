import type { PresentationState } from '#core/presentation/presentationState.ts';
import type { Peer } from '#session/session.ts';

/** Somebody who presents the open procedure. */
export interface PresentingPeer {
  readonly userId: string;
  readonly name: string;
  readonly color: string;
  readonly state: PresentationState;
}

/** Who presents the procedure: that person if it is asked for one, else whoever began last. */
export function findPresenter(
  peers: readonly Peer[],
  procedureId: string,
  wanted?: string,
): PresentingPeer | undefined {
  const presenting = peers.flatMap(({ userId, name, color, presenting: state }) =>
    state?.procedureId === procedureId && (wanted === undefined || userId === wanted)
      ? [{ userId, name, color, state }]
      : [],
  );
  return presenting.toSorted((a, b) => b.state.startedAt - a.state.startedAt)[0];
}

/** Where somebody presents a procedure. */
export function toPresentPath(procedureId: string): string {
  return `/prosedur/${encodeURIComponent(procedureId)}/paparan`;
}

/** Where one follows that person; whoever presents where none is named. */
export function toFollowPath(procedureId: string, presenter: string): string {
  return `${toPresentPath(procedureId)}?ikuti=${encodeURIComponent(presenter)}`;
}

/** The second window of whoever presents. */
export function toDeskPath(procedureId: string): string {
  return `${toPresentPath(procedureId)}/penyaji`;
}
