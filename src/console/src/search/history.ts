import type { Account } from '../app/session';

const most = 20;
const kept = new WeakMap<Account, string[]>();

/** The queries of this sign-in, the last one first. They are kept in memory only: what somebody looks for is nobody else's business. */
export const queriesOf = (account: Account): string[] => kept.get(account) ?? [];

export function rememberQuery(account: Account, query: string): void {
  if (query.trim() === '') return;
  kept.set(account, [query, ...queriesOf(account).filter((each) => each !== query)].slice(0, most));
}
