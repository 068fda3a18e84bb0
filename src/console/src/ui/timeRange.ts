/** A range of time: the last so many seconds, or from one time to another. */
export type TimeRange = { last: number } | { from: Date; to: Date };

export const usualRanges = [900, 3600, 4 * 3600, 86400, 7 * 86400, 30 * 86400];

/** What a link has: `last=3600`, or `from` and `to` in ISO 8601; one that cannot be read is the last 15 minutes. */
export function readRange(params: URLSearchParams, usual = 900): TimeRange {
  const from = new Date(params.get('from') ?? '');
  const to = new Date(params.get('to') ?? '');
  if (from < to) return { from, to };
  const last = Number(params.get('last'));
  return { last: Number.isInteger(last) && last > 0 && last <= 400 * 86400 ? last : usual };
}

export function writeRange(range: TimeRange): Record<'last' | 'from' | 'to', string | undefined> {
  return 'last' in range
    ? { last: String(range.last), from: undefined, to: undefined }
    : { last: undefined, from: iso(range.from), to: iso(range.to) };
}

/** The range as the API takes it, with `now` for the end of one that reaches up to now. */
export function absolute(range: TimeRange, now: Date): { from: string; to: string } {
  return 'last' in range ? { from: iso(new Date(now.getTime() - range.last * 1000)), to: iso(now) } : { from: iso(range.from), to: iso(range.to) };
}

export const secondsOf = (range: TimeRange): number => ('last' in range ? range.last : (range.to.getTime() - range.from.getTime()) / 1000);

/** ISO 8601 in UTC, to the second. */
export const iso = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** As an input of type datetime-local has it, in the viewer's zone. */
export function local(time: Date): string {
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60000);
  return shifted.toISOString().slice(0, 19);
}
