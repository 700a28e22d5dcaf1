/**
 * One meeting in which SOPs are decided, as it is stored. Times are ISO strings in UTC; a person's id is
 * that of the account, or `guest:…`.
 */
export interface Meeting {
  readonly id: string;
  readonly title: string;
  /** Lines of the letterhead, top to bottom. */
  readonly office: readonly string[];
  readonly place: string;
  /** Day and time at the office, such as "2026-06-02T09:00". */
  readonly scheduledOn: string;
  readonly createdBy: string;
  readonly state: 'planned' | 'running' | 'ended';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly moderator: string;
  readonly noteTaker: string | null;
  /** Everybody who ever joined, in that order; who was removed stays, for the minutes. */
  readonly people: readonly Person[];
  readonly items: readonly AgendaItem[];
  readonly live: MeetingLive;
  readonly votes: readonly Vote[];
  /** In the order in which they were made; removed ones too. */
  readonly variants: readonly Variant[];
  /** Corrections by hand; what the connections say is kept beside them. */
  readonly attendance: readonly AttendanceEntry[];
  readonly notes: readonly Note[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isGuest: boolean;
  /** Shown out by the moderator. */
  readonly isRemoved: boolean;
}

/** One SOP of the agenda, or something else that is talked about. */
export interface AgendaItem {
  readonly id: string;
  /** Id of the procedure; null for a free item. */
  readonly procedure: string | null;
  readonly title: string;
  /** Name of who presents it; whoever joins with an account of this name is given the role. */
  readonly presenter: string;
  /** How long it shall take. */
  readonly minutes: number;
  /** When it was taken up first. */
  readonly startedAt: string | null;
  /** When it was left last; null while it is talked about. */
  readonly endedAt: string | null;
  /** How long it was talked about, without the turn that is running. */
  readonly spentMs: number;
  /** Versions of the procedure when it was taken up first and when it was left last. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the meeting is right now. */
export interface MeetingLive {
  readonly item: string | null;
  /** When the present turn of the item began. */
  readonly itemSince: string | null;
  readonly presenter: string | null;
  /** Nobody moves on their own while the moderator leads. */
  readonly isFirm: boolean;
  /** People who ask for the presenter's role, in the order in which they asked. */
  readonly hands: readonly string[];
  /** Raised each time everybody is asked to come to where the presenter is. */
  readonly gatherings: number;
}

/** A copy of the SOP of an item that is drawn differently, so that people can choose between the two. */
export interface Variant {
  readonly id: string;
  readonly item: string;
  /** "B", "C" …; the SOP itself is "A". One that was given is not given again. */
  readonly letter: string;
  readonly name: string;
  /** Id of the copy, a procedure whose rights are those of the SOP. */
  readonly procedure: string;
  readonly isRemoved: boolean;
}

export interface Vote {
  readonly id: string;
  readonly item: string | null;
  readonly question: string;
  readonly choices: readonly Choice[];
  readonly isSecret: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** Who chose what. A secret vote forgets it when it is closed, and keeps the counts alone. */
  readonly ballots: readonly Ballot[];
  /** Votes for each choice, in the order of the choices; null until it is closed. */
  readonly counts: readonly number[] | null;
  /** Which of the states that were voted about was taken over into the SOP. */
  readonly adopted: Adoption | null;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** Where a state of the SOP is chosen: that state, as it was when the vote was opened. */
  readonly state?: ChoiceState | undefined;
}

/** A kept version of the SOP or of a copy of it. */
export interface ChoiceState {
  readonly procedure: string;
  readonly version: string;
}

interface Adoption {
  readonly choice: string;
  readonly person: string;
  /** ISO, UTC. */
  readonly at: string;
}

interface Ballot {
  readonly person: string;
  readonly choice: string;
}

export const attendanceStates = ['present', 'excused', 'absent'] as const;

export interface AttendanceEntry {
  /** That of the person who was connected, or one of its own for somebody who was not. */
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly state: (typeof attendanceStates)[number];
}

/** What the note taker wrote, about an item or (null) the whole. */
interface Note {
  readonly item: string | null;
  readonly text: string;
  /** Raised with each change, so that nobody overwrites what they have not read. */
  readonly revision: number;
}

/** Bounds of one meeting; a command beyond them is refused. */
export const meetingLimits = {
  maxTitleLength: 300,
  maxNameLength: 100,
  maxOfficeLines: 6,
  maxItems: 40,
  /** Minutes of one item. */
  maxMinutes: 600,
  /** People who ever joined, guests included. */
  maxPeople: 500,
  maxVotes: 60,
  minChoices: 2,
  maxChoices: 6,
  /** Copies of the SOP of one item, removed ones too: B to I. */
  maxVariants: 8,
  /** States of an SOP that one vote can be about. */
  maxStates: 3,
  maxQuestionLength: 500,
  maxNoteLength: 20_000,
  maxAttendance: 500,
  maxIdLength: 100,
} as const;

/** How long a presenter must be gone before others may take over, in ms. */
export const presenterGoneMs = 10_000;
/** The same for the moderator, in ms. */
export const moderatorGoneMs = 60_000;

/** A meeting as it is planned, with the person who plans it as its moderator. */
export function newMeeting(plan: {
  readonly id: string;
  readonly title: string;
  readonly office: readonly string[];
  readonly place: string;
  readonly scheduledOn: string;
  readonly creator: Pick<Person, 'id' | 'name'>;
}): Meeting {
  const { creator, ...details } = plan;
  return {
    ...details,
    createdBy: creator.id,
    state: 'planned',
    startedAt: null,
    endedAt: null,
    moderator: creator.id,
    noteTaker: null,
    people: [{ id: creator.id, name: creator.name, isGuest: false, isRemoved: false }],
    items: [],
    live: {
      item: null,
      itemSince: null,
      presenter: null,
      isFirm: false,
      hands: [],
      gatherings: 0,
    },
    votes: [],
    variants: [],
    attendance: [],
    notes: [],
  };
}

/** The person, unless unknown or shown out. */
export function findPerson(meeting: Meeting, id: string | null): Person | undefined {
  return meeting.people.find((person) => person.id === id && !person.isRemoved);
}

/** The item that is talked about. */
export function findCurrentItem(meeting: Meeting): AgendaItem | undefined {
  return meeting.items.find((item) => item.id === meeting.live.item);
}
