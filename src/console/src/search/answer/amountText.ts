import type { Cell } from '../types';

/** A value as a number that stands alone; what is none stays as it is, and what is exact beyond 2^53 stays so. */
export function amountText(value: Cell, say: (value: number) => string): string {
  return value === null ? '–' : typeof value === 'number' ? say(value) : String(value);
}

/** A number in a table: whole ones in groups of digits, others to six digits. */
export function numberText(value: number, count: (value: number) => string): string {
  return Number.isInteger(value) || Math.abs(value) >= 1e4 ? count(value) : String(Number(value.toPrecision(6)));
}
