import { type CloseName, closeCodes } from '#protocol/sync.ts';
import type { PauseCause, RefusalReason } from './session.ts';

/** What a close code means to a person: a pause, or the end. */
type CloseMeaning =
  | { readonly kind: 'pause'; readonly cause: PauseCause; readonly isLong: boolean }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason };

/** The meaning of every close code. A new code does not compile until it has one. */
const closeMeanings: Readonly<Record<CloseName, CloseMeaning>> = {
  restarting: pause('restarting'),
  tryLater: pause('try-later'),
  badFrame: refusal('broken'),
  signInNeeded: refusal('sign-in'),
  forbidden: refusal('forbidden'),
  unknownProcedure: refusal('unknown'),
  tooLarge: refusal('too-large'),
  refusedWrite: refusal('refused-write'),
  // Another node may still speak the page's version, so that trying goes on until somebody reloads.
  otherProtocol: longPause('other-protocol'),
  // Who was sent away for too much waits longer.
  tooMany: longPause('too-many'),
};

/** Undefined for a code that is not the server's: the network, a proxy. */
export function findCloseMeaning(code: number): CloseMeaning | undefined {
  const name = names.get(code);
  return name && closeMeanings[name];
}

const names: ReadonlyMap<number, CloseName> = new Map(
  Object.keys(closeMeanings).flatMap((name) =>
    isCloseName(name) ? [[closeCodes[name], name]] : [],
  ),
);

function isCloseName(name: string): name is CloseName {
  return name in closeCodes;
}

function pause(cause: PauseCause): CloseMeaning {
  return { kind: 'pause', cause, isLong: false };
}

function longPause(cause: PauseCause): CloseMeaning {
  return { kind: 'pause', cause, isLong: true };
}

function refusal(reason: RefusalReason): CloseMeaning {
  return { kind: 'refusal', reason };
}
