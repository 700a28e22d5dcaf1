import * as z from 'zod/mini';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type PresentationCommand,
  presentationCommandSchema,
} from '#core/presentation/presentationCommand.ts';
import {
  type PresentationState,
  presentationStateSchema,
} from '#core/presentation/presentationState.ts';

/** Whose presentation, and which: windows of others in this browser do not hear it. */
export interface DeskPlace {
  readonly userId: string;
  /** The id of the procedure; of the meeting where several are presented in a row. */
  readonly presentationId: string;
}

/** The time that an agenda gives: the presenter does not change it. */
export interface DeskPlan {
  /** In ms since 1970 on this device's clock, as if there had been no break. */
  readonly startedAt: number;
  readonly minutes: number;
}

/** What the two windows of a presenter say to each other. */
export type DeskMessage =
  /** The second window: tell me everything. */
  | { readonly type: 'hello' }
  | { readonly type: 'command'; readonly command: PresentationCommand }
  /** The planned minutes were changed. */
  | { readonly type: 'planned' }
  /** The presentation: this is shown. */
  | { readonly type: 'state'; readonly state: PresentationState }
  /** The time that the agenda gives; null without an agenda. */
  | { readonly type: 'plan'; readonly plan: DeskPlan | null }
  /** A procedure file without its logo. */
  | { readonly type: 'procedure'; readonly json: string }
  | { readonly type: 'closed' };

const deskMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('command'), command: presentationCommandSchema }),
  z.object({ type: z.literal('planned') }),
  z.object({ type: z.literal('state'), state: presentationStateSchema }),
  z.object({
    type: z.literal('plan'),
    plan: z.nullable(z.object({ startedAt: z.number(), minutes: z.number() })),
  }),
  z.object({ type: z.literal('procedure'), json: z.string() }),
  z.object({ type: z.literal('closed') }),
]) satisfies z.ZodMiniType<DeskMessage>;

/** A line between the windows. What makes no sense is passed over: a window may be of an older page. */
export class DeskLine {
  readonly #channel: BroadcastChannel;

  constructor({ userId, presentationId }: DeskPlace, onMessage: (message: DeskMessage) => void) {
    this.#channel = new BroadcastChannel(`alur.presentation.${userId}.${presentationId}`);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = deskMessageSchema.safeParse(data);
      if (parsed.success) onMessage(parsed.data);
    };
  }

  send(message: DeskMessage): void {
    this.#channel.postMessage(message);
  }

  close(): void {
    this.#channel.close();
  }
}

/** What the second window needs of a procedure: all but its logo. */
export function toDeskJson(procedure: Procedure): string {
  const { logo: _, ...identity } = procedure.identity;
  return JSON.stringify(toProcedureFile({ ...procedure, identity }));
}

/** Undefined for what is no procedure. */
export function readDeskJson(json: string): Procedure | undefined {
  const parsed = parseProcedureJson(json);
  return parsed.ok ? parsed.procedure : undefined;
}
