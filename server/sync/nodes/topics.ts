/**
 * Short messages between nodes about something that is no document. Nothing is promised: what is told
 * while Redis is away is lost, so whoever listens also looks into the database now and then.
 */
export interface Topics {
  /** Calls `onNote` with what other nodes tell, until the function that it returns is called. */
  listen(topic: string, onNote: (text: string) => void): () => void;
  tell(topic: string, text: string): void;
  /** There can be no other nodes. */
  readonly isAlone: boolean;
  /** What is told reaches the others right now. */
  readonly areHeard: boolean;
}

/** For a server that is alone on its database. */
export const noTopics: Topics = {
  listen: () => () => undefined,
  tell: () => undefined,
  isAlone: true,
  areHeard: false,
};
