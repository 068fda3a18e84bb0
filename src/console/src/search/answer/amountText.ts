import type { Cell } from '../types';

/** A value as a number that stands alone; what is none stays as it is, and what is exact beyond 2^53 stays so. */
export function amountText(value: Cell, say: (value: number) => string): string {
  return value === null ? '–' : typeof value === 'number' ? say(value) : String(value);
}
