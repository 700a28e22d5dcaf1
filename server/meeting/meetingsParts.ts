import type { Clock } from '#server/store/clock.ts';
import type { MeetingConnectionStore } from '#server/store/meetingConnectionStore.ts';
import type { MeetingStore } from '#server/store/meetingStore.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import type { VersionStore } from '#server/store/versionStore.ts';
import type { SyncHub } from '#server/sync/syncHub.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';
import type { LiveHub } from './liveHub.ts';

/** What is done in meetings works with these. */
export interface MeetingsParts {
  readonly store: MeetingStore;
  readonly connections: MeetingConnectionStore;
  readonly procedures: ProcedureStore;
  readonly versions: VersionStore;
  readonly documents: Pick<
    SyncHub,
    'readProcedure' | 'readSuggestions' | 'createDocument' | 'accessChanged' | 'deleted'
  >;
  readonly live: LiveHub;
  readonly logger: SyncLogger;
  readonly now: Clock;
}
