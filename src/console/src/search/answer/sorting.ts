import type { Cell } from '../types';

export type Sorting = { column: number; down: boolean } | undefined;

/** Rows in the order of a column; equal ones keep the order in which they came, and what is no value is last. */
export function sorted(rows: Cell[][], sorting: Sorting): Cell[][] {
  if (sorting === undefined) return rows;
  const { column, down } = sorting;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (down ? -1 : 1) * compare(left, right);
  });
}

function compare(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (typeof a === 'string' || typeof b === 'string') {
    const [left, right] = [String(a), String(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A click sorts a column downwards, the next one upwards, the third one not at all. */
export function nextSorting(sorting: Sorting, column: number): Sorting {
  if (sorting?.column !== column) return { column, down: true };
  return sorting.down ? { column, down: false } : undefined;
}
