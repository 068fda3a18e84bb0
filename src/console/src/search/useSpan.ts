import { useMemo } from 'preact/hooks';
import { absolute, writeRange, type TimeRange } from '../ui/timeRange';
import type { Span } from './types';

/** The times that a range means when it is asked for: the same for everything that a page asks in one round. */
export function useSpan(range: TimeRange, round: number): Span {
  const key = Object.values(writeRange(range)).join(' ');
  return useMemo(() => absolute(range, new Date()), [key, round]);
}
