/** The range that charts are about, in Unix seconds, and the length of their points in time; as the API's reports have it. */
export type Scope = { from: number; to: number; bucketSeconds: number };

const hour = 3600;
const lengths = [60, 300, 600, 1800, hour, 6 * hour, 24 * hour];
const mostPoints = 120;

export const secondsAt = (time: string): number => Math.floor(Date.parse(time) / 1000);

export const isoAt = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

/** To whole minutes, past six hours to whole hours. */
export function scopeOf(range: { from: string; to: string }): Scope {
  const [from, to] = [secondsAt(range.from), secondsAt(range.to)];
  const unit = to - from <= 6 * hour ? 60 : hour;
  const wide = { from: Math.floor(from / unit) * unit, to: Math.ceil(to / unit) * unit };
  return { ...wide, bucketSeconds: bucketOf(wide.to - wide.from, mostPoints) };
}

export const bucketOf = (seconds: number, most: number): number => lengths.find((length) => Math.floor(seconds / length) <= most) ?? 24 * hour;

/** The starts of the points in time. */
export function pointsOf({ from, to, bucketSeconds }: Scope): number[] {
  const first = Math.floor(from / bucketSeconds) * bucketSeconds;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / bucketSeconds)) }, (_, index) => first + index * bucketSeconds);
}

/** How many seconds of a point lie in the range; its first and last may be cut. */
export const secondsIn = (scope: Scope, start: number): number => Math.max(1, Math.min(start + scope.bucketSeconds, scope.to) - Math.max(start, scope.from));

/** A report's query, which has 60 for the seconds of a point and 10 for the rows of a list, with those in use. */
export const fitted = (query: string, scope: Scope, top: number): string =>
  query.replace(/__time__ % 60\b/g, `__time__ % ${scope.bucketSeconds}`).replace(/\bLIMIT 10$/, `LIMIT ${top}`);
