export const usualColumns = ['start', 'action', 'direction', 'srcaddr', 'srcport', 'dstaddr', 'dstport', 'protocol', 'tcp-flags', 'packets', 'bytes', 'rule-id', 'eni-id'];

const name = 'flowlog.columns';

/** The columns that this browser's user has chosen for all Logstores. */
export function readColumns(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return Array.isArray(kept) && kept.length > 0 && kept.every((each) => typeof each === 'string') ? kept : usualColumns;
  } catch {
    return usualColumns;
  }
}

export const keepColumns = (columns: string[]): void => localStorage.setItem(name, JSON.stringify(columns));

const counted = new Set(['packets', 'bytes', 'bytes-error', 'sampling-rate', 'version', 'rule-version', 'traffic_path']);

export const isTime = (field: string): boolean => field === 'start' || field === 'end';

/** Columns whose numbers are compared with those above and below. */
export const isAtEnd = (field: string): boolean => counted.has(field) || field === 'srcport' || field === 'dstport';

/** Fields whose values one filters by; times and counts are rarely met again. */
export const isFilter = (field: string): boolean => !isTime(field) && field !== 'packets' && field !== 'bytes' && field !== 'bytes-error';
