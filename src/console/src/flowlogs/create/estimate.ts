export type Cost = { currency: string; write: number; index: number; storage: number; tableTransactions: number; queueTransactions: number; total: number };
type Traffic = { seconds: number; records: number; bytesWritten: number; bytesIndexed: number; tableTransactions: number; queueTransactions: number; cost: Cost };

/** What `POST /api/flowlogs/estimate` answers. */
export type Estimate = { enis: number; sampledEnis: number; unseenEnis: number; complete: boolean; report: boolean; ttlDays: number; seen: Traffic; month: Traffic };

/** What keeps an estimate from being worth what it looks like. */
export type Doubt = 'noEnis' | 'allUnseen' | 'unseen' | 'incomplete';

export function doubtsOf({ enis, sampledEnis, unseenEnis, complete }: Estimate): Doubt[] {
  if (enis === 0) return ['noEnis'];
  const unseen: Doubt[] = unseenEnis === 0 ? [] : [unseenEnis === sampledEnis ? 'allUnseen' : 'unseen'];
  return complete ? unseen : [...unseen, 'incomplete'];
}

/** A month of the estimate has 30 days. */
export const recordsPerDay = (estimate: Estimate): number => estimate.month.records / 30;
