import type { Api } from '../api/api';

export type Message = { id: string; queue: string; region: string; flowLogIds?: string[]; reason: string; insertedAt: string; batchId?: string; eniId?: string; records?: number; from?: string; to?: string };

export type Poison = { items: Message[]; total: number; unreadable: { queue: string; reason: string; messages: number }[] };

export type Moved = { moved: number; remaining: number };

const idsOfCall = 100;

/** Has messages processed again: those of the ids, as many calls as that takes. */
export async function redrive(api: Api, ids: string[]): Promise<Moved> {
  const sum: Moved = { moved: 0, remaining: 0 };
  for (let at = 0; at < ids.length; at += idsOfCall) {
    const moved = await api.change<Moved>('POST', 'admin/poison/redrive', undefined, { query: { id: ids.slice(at, at + idsOfCall) } });
    sum.moved += moved.moved;
    sum.remaining = moved.remaining;
  }
  return sum;
}
