import type { Rule } from '../network/resources';

export type PeerKind = 'any' | 'cidr' | 'group' | 'prefixList';

/** One side of a rule. */
export type Peer = { kind: PeerKind; value: string };

export type Sides = Pick<Rule, 'direction' | 'sourceCidr' | 'sourceGroupId' | 'sourcePrefixListId' | 'destCidr' | 'destGroupId' | 'destPrefixListId'>;

/** Of several that are given the block counts before the group, and the group before the prefix list. */
function side(cidr: string | undefined, groupId: string | undefined, prefixListId: string | undefined): Peer {
  if (cidr) return { kind: 'cidr', value: cidr };
  if (groupId) return { kind: 'group', value: groupId };
  return prefixListId ? { kind: 'prefixList', value: prefixListId } : { kind: 'any', value: '' };
}

const source = (rule: Sides) => side(rule.sourceCidr, rule.sourceGroupId, rule.sourcePrefixListId);
const destination = (rule: Sides) => side(rule.destCidr, rule.destGroupId, rule.destPrefixListId);

/** The side that is not the ENI. */
export const peerOf = (rule: Sides): Peer => (rule.direction === 'ingress' ? source(rule) : destination(rule));

/** The ENI's own side, which only five-tuple rules name. */
export const ownOf = (rule: Sides): Peer => (rule.direction === 'ingress' ? destination(rule) : source(rule));
