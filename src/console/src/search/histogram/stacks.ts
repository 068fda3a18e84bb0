import type { Bucket, QueryAnswer } from '../types';

/** Records of a bucket by what the security groups decided; `other` are those without traffic. */
export type Stack = { accepted: number; rejected: number; other: number };

/** The records of each bucket by action, from the answer of `groups?by=action`; undefined where something of them is missing. */
export function stacksOf(buckets: Bucket[], bucketSeconds: number, groups: Pick<QueryAnswer, 'columns' | 'rows'>): Stack[] | undefined {
  const at = (name: string) => groups.columns.findIndex((column) => column.name === name);
  const [time, action, records] = [at('time'), at('action'), at('records')];
  const byStart = new Map<number, Stack>();
  for (const row of groups.rows) {
    const start = aligned(Number(row[time]), bucketSeconds);
    const stack = byStart.get(start) ?? { accepted: 0, rejected: 0, other: 0 };
    stack[row[action] === 'ACCEPT' ? 'accepted' : row[action] === 'REJECT' ? 'rejected' : 'other'] += Number(row[records]);
    byStart.set(start, stack);
  }
  const stacks = buckets.map((bucket) => byStart.get(bucketStart(bucket, bucketSeconds)) ?? { accepted: 0, rejected: 0, other: 0 });
  // Records that came between the two answers make a bar higher; one that is too low says that not all groups were told.
  return stacks.every((stack, index) => stack.accepted + stack.rejected + stack.other >= (buckets[index]?.count ?? 0)) ? stacks : undefined;
}

/** When a bucket would begin if the range did not cut it, in Unix seconds. */
export const bucketStart = (bucket: Bucket, bucketSeconds: number): number => aligned(Date.parse(bucket.from) / 1000, bucketSeconds);

const aligned = (seconds: number, bucketSeconds: number): number => Math.floor(seconds / bucketSeconds) * bucketSeconds;
