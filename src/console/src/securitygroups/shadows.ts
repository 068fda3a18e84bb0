import type { Rule } from '../network/resources';
import { contains, parseBlock } from './addresses';
import type { Decision } from './order';
import { ownOf, peerOf, type Peer } from './peers';

/** The blocks of a prefix list, as far as they are known. */
export type EntriesOf = (prefixListId: string) => string[] | undefined;

/**
 * By the id of a rule that is never reached, what keeps every flow from it: one thing before it that matches all that it matches. A rule
 * that several before it cover only together is not found, nor one that covers a group because all its members lie in a block.
 */
export function shadows(order: Decision[], entriesOf: EntriesOf): Map<string, Decision> {
  const found = new Map<string, Decision>();
  for (const [index, decision] of order.entries()) {
    if (decision.kind !== 'rule') continue;
    const before = order.slice(0, index).find((earlier) => (earlier.kind === 'rule' ? covers(earlier.rule, decision.rule, entriesOf) : takesAll(earlier, decision.rule)));
    if (before !== undefined) found.set(decision.rule.id, before);
  }
  return found;
}

/** Access within a basic group takes what a rule about the group itself would. */
function takesAll(earlier: Decision, rule: Rule): boolean {
  const peer = peerOf(rule);
  return earlier.kind === 'inner-access-accept' && peer.kind === 'group' && peer.value === earlier.groupId;
}

/** Whether every flow that `narrow` matches is matched by `wide`, both of one direction. */
export function covers(wide: Rule, narrow: Rule, entriesOf: EntriesOf): boolean {
  return (
    (wide.protocol === 'all' || wide.protocol === narrow.protocol) &&
    coversPorts(wide.portRange, narrow.portRange) &&
    coversPorts(wide.sourcePortRange, narrow.sourcePortRange) &&
    coversPeer(peerOf(wide), peerOf(narrow), entriesOf) &&
    coversPeer(ownOf(wide), ownOf(narrow), entriesOf)
  );
}

/** `-1/-1`, also meant by none, is any port and no port. */
export function coversPorts(wide = '-1/-1', narrow = '-1/-1'): boolean {
  if (wide === '-1/-1') return true;
  if (narrow === '-1/-1') return false;
  const [from = 0, to = 0] = wide.split('/').map(Number);
  const [first = 0, last = 0] = narrow.split('/').map(Number);
  return from <= first && last <= to;
}

export function coversPeer(wide: Peer, narrow: Peer, entriesOf: EntriesOf): boolean {
  if (wide.kind === 'any') return true;
  if (narrow.kind === 'any') return false;
  if (wide.kind === narrow.kind && wide.value === narrow.value) return true;
  const outer = blocks(wide, entriesOf);
  const inner = blocks(narrow, entriesOf);
  return inner.length > 0 && inner.every((block) => outer.some((around) => contains(around, block)));
}

/** None for a group: who its members are changes. */
function blocks(peer: Peer, entriesOf: EntriesOf) {
  const texts = peer.kind === 'cidr' ? [peer.value] : peer.kind === 'prefixList' ? (entriesOf(peer.value) ?? []) : [];
  return texts.map(parseBlock).filter((block) => block !== undefined);
}
