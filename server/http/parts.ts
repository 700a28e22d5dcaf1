import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Accounts } from '#server/auth/accounts.ts';
import type { FirstAdmin } from '#server/auth/firstAdmin.ts';
import type { GuessRates } from '#server/auth/guessLimits.ts';
import type { Identify } from '#server/auth/identify.ts';
import type { FindWeakness } from '#server/auth/passwordPolicy.ts';
import type { SecondFactor } from '#server/auth/secondFactor.ts';
import type { Attendees } from '#server/meeting/attendees.ts';
import type { LiveHub } from '#server/meeting/liveHub.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { ApiTokenStore } from '#server/store/apiTokenStore.ts';
import type { Clock } from '#server/store/clock.ts';
import type { LinkStore } from '#server/store/linkStore.ts';
import type { MeetingAccessStore } from '#server/store/meetingAccessStore.ts';
import type { MeetingConnectionStore } from '#server/store/meetingConnectionStore.ts';
import type { MeetingStore } from '#server/store/meetingStore.ts';
import type { MemberStore } from '#server/store/memberStore.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import type { UserStore } from '#server/store/userStore.ts';
import type { VersionStore } from '#server/store/versionStore.ts';
import type { SyncHub } from '#server/sync/syncHub.ts';
import type { FileThread } from './files/fileThread.ts';
import type { Metrics } from './metrics.ts';
import type { IsStorageWell } from './readiness.ts';

/** The Fastify instance as the routes see it: schemas are zod's. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The content of procedures, as far as the routes need it. */
type Documents = Pick<
  SyncHub,
  | 'readProcedure'
  | 'readSuggestions'
  | 'createDocument'
  | 'accessChanged'
  | 'userChanged'
  | 'deleted'
  | 'stats'
>;

/** How often one may ask. */
export interface RateLimits extends GuessRates {
  /** Calls of one person, or of one address before signing in, a minute. */
  readonly callsPerMinute: number;
}

export const defaultRateLimits: RateLimits = {
  failedSignInsPerAddress: 60,
  failedSignInsPerAccount: 10,
  failedSignInsPerAccountAnywhere: 100,
  callsPerMinute: 600,
};

/** Everything that the routes work with. */
export interface HttpParts {
  readonly accounts: Accounts;
  readonly secondFactor: SecondFactor;
  readonly findWeakness: FindWeakness;
  readonly firstAdmin: FirstAdmin;
  readonly identify: Identify;
  readonly users: UserStore;
  readonly procedures: ProcedureStore;
  readonly members: MemberStore;
  readonly links: LinkStore;
  readonly apiTokens: ApiTokenStore;
  readonly versions: VersionStore;
  readonly meetings: MeetingStore;
  readonly meetingAccess: MeetingAccessStore;
  readonly meetingConnections: MeetingConnectionStore;
  readonly attendees: Attendees;
  /** What is done in meetings goes through here. */
  readonly meetingRoom: Meetings;
  readonly live: LiveHub;
  readonly documents: Documents;
  readonly files: FileThread;
  readonly isStorageWell: IsStorageWell;
  readonly metrics: Metrics;
  readonly publicUrl: URL | undefined;
  /** The built browser application; undefined serves the API alone. */
  readonly publicFolder: string | undefined;
  readonly rateLimits: RateLimits;
  readonly now: Clock;
}
