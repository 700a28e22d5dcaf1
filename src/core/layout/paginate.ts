/** Rows of one page: from `start` up to, not including, `end`. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
}

interface Pagination {
  /** Heights of the rows, in order; `lead` is added where one is the first of its page. */
  readonly rows: readonly { readonly height: number; readonly lead: number }[];
  /** Height for rows on a page; the first page may have less. */
  readonly capacity: number;
  readonly firstCapacity: number;
  /** Height needed below the last row. */
  readonly tail: number;
  /** How high the bands for pentagons of a page with these rows are, together. */
  readonly toBands: (range: PageRange) => number;
}

// One page more is worse than any other flaw, a lonely row worse than an uneven page, and among
// equally full pages those win that fewer arrows cross.
const PAGE_COST = 1e6;
const LONELY_COST = 1e4;
const SLACK_COST = 1e3;
const BAND_COST = 0.5;

/**
 * Puts whole rows on as few pages as possible, filled as evenly as possible. A row higher than a
 * page gets one of its own. Without rows there is one page without any.
 */
export function paginate(pagination: Pagination): readonly PageRange[] {
  const count = pagination.rows.length;
  if (count === 0) return [{ start: 0, end: 0 }];
  const costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(count + 1);
  costs[0] = 0;
  for (let start = 0; start < count; start += 1) {
    let height = pagination.rows[start]?.lead ?? 0;
    for (let end = start + 1; end <= count; end += 1) {
      height += pagination.rows[end - 1]?.height ?? 0;
      const before = costs[start] ?? 0;
      // Where even a perfect page would cost more than what is known, it need not be looked at.
      if (before + PAGE_COST >= (costs[end] ?? 0)) {
        if (height > pagination.capacity && end > start + 1) break;
        continue;
      }
      const cost = before + toPageCost({ start, end }, height, pagination);
      if (cost === Number.POSITIVE_INFINITY) break;
      if (cost < (costs[end] ?? 0)) {
        costs[end] = cost;
        starts[end] = start;
      }
    }
  }
  const pages: PageRange[] = [];
  for (let end = count; end > 0; end = starts[end] ?? 0)
    pages.unshift({ start: starts[end] ?? 0, end });
  return pages;
}

/** Infinite when the rows don't fit. */
function toPageCost(
  { start, end }: PageRange,
  height: number,
  { rows, capacity, firstCapacity, tail, toBands }: Pagination,
): number {
  const room = (start === 0 ? firstCapacity : capacity) - (end === rows.length ? tail : 0);
  const isSingle = end === start + 1;
  if (height > room && !isSingle) return Number.POSITIVE_INFINITY;
  const bands = toBands({ start, end });
  if (height + bands > room && !isSingle) return Number.POSITIVE_INFINITY;
  const slack = Math.max(0, 1 - (height + bands) / room);
  const lonely = isSingle && rows.length > 1 ? LONELY_COST : 0;
  return PAGE_COST + lonely + SLACK_COST * slack * slack + BAND_COST * bands;
}
