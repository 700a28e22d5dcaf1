/** What a route costs. Only their relations matter; all are whole numbers, so that every machine agrees. */
export const BEND = 150;
export const CROSSING = 130;
/** One column to the side, or one row up or down. */
export const CELL = 16;
/** A vertical run at the right edge, beside Mutu Baku. */
export const RIGHT_EDGE = 150;
/** A vertical run through the middle of empty cells rather than in a gap. */
export const MIDDLE_RUN = 6;
/** What a way saves by sharing its end with another, where both are as long. */
export const SHARED_BONUS = 40;

export const NEVER = 1_000_000_000;

/** How many states a search for something better looks at; most that succeed need far fewer. */
export const RETRY_BUDGET = 1200;
/** A side that a person chose and that is not kept. */
export const BROKEN_WISH = 100_000;
