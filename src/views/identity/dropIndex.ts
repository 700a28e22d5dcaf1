/** A row of a list: its top and height, in px. */
export interface RowSpan {
  readonly top: number;
  readonly height: number;
}

/** Where a dragged row would land: it takes the place of each row whose middle its own edge has passed. */
export function toDropIndex(rows: readonly RowSpan[], from: number, shiftPx: number): number {
  const dragged = rows[from];
  if (!dragged) return from;
  const top = dragged.top + shiftPx;
  const bottom = top + dragged.height;
  const isPassed = (row: RowSpan, index: number) => {
    const middle = row.top + row.height / 2;
    return index < from ? top < middle : bottom > middle;
  };
  if (shiftPx < 0) {
    const first = rows.findIndex((row, index) => index < from && isPassed(row, index));
    return first < 0 ? from : first;
  }
  const last = rows.findLastIndex((row, index) => index > from && isPassed(row, index));
  return last < 0 ? from : last;
}
