import type { Rule, RuleDirection, RulePolicy } from '../network/resources';
import type { RuleText } from './compare';
import { ownOf, peerOf, type PeerKind } from './peers';

/** A rule while it is worked on: every input's text. `key` stays with it wherever it stands. */
export type DraftRule = {
  key: string;
  id?: string;
  direction: RuleDirection;
  protocol: string;
  portRange: string;
  sourcePortRange: string;
  peerKind: PeerKind;
  peer: string;
  ownKind: PeerKind;
  own: string;
  policy: RulePolicy;
  priority: string;
  description: string;
};

/** What a group is to decide by, before it is saved; without a policy for its members that stays as it is. `base` is the version it was begun from. */
export type Draft = { base: number; rules: DraftRule[]; innerAccessPolicy?: RulePolicy };

export function draftOf(group: { version: number; rules: Rule[]; innerAccessPolicy?: RulePolicy }): Draft {
  return { base: group.version, rules: group.rules.map((rule) => draftRule(rule)), innerAccessPolicy: group.innerAccessPolicy };
}

function draftRule(rule: Rule): DraftRule {
  const [peer, own] = [peerOf(rule), ownOf(rule)];
  const { id, direction, protocol, portRange, policy, description } = rule;
  return { key: id, id, direction, protocol, portRange, sourcePortRange: rule.sourcePortRange ?? '', peerKind: peer.kind, peer: peer.value, ownKind: own.kind, own: own.value, policy, priority: String(rule.priority), description };
}

/** The draft for the group as it is now. Ids that it does not have are left out: those rules come as new ones. */
export function rebased(draft: Draft, now: { version: number; rules: Rule[] }): Draft {
  const known = new Set(now.rules.map((rule) => rule.id));
  return { ...draft, base: now.version, rules: draft.rules.map((rule) => (rule.id === undefined || known.has(rule.id) ? rule : { ...rule, id: undefined })) };
}

export function newRule(rules: DraftRule[], direction: RuleDirection): DraftRule {
  return { key: freeKey(rules), direction, protocol: 'tcp', portRange: '', sourcePortRange: '', peerKind: 'cidr', peer: '', ownKind: 'any', own: '', policy: 'accept', priority: '1', description: '' };
}

/** The rule twice, the second one new and right behind. */
export function duplicated(rules: DraftRule[], key: string): DraftRule[] {
  return rules.flatMap((rule) => (rule.key === key ? [rule, { ...rule, key: freeKey(rules), id: undefined }] : [rule]));
}

function freeKey(rules: DraftRule[]): string {
  const used = rules.map((rule) => /^new-(\d+)$/.exec(rule.key)?.[1]).filter((number) => number !== undefined).map(Number);
  return `new-${Math.max(0, ...used) + 1}`;
}

/** With another protocol the ports that the old one could not have, or had to have, go. */
export function withProtocol(rule: DraftRule, protocol: string): DraftRule {
  const named = ['tcp', 'udp'].includes(protocol.trim().toLowerCase());
  const portless = ['all', 'icmp', 'icmpv6', 'gre'].includes(protocol.trim().toLowerCase());
  if (portless) return { ...rule, protocol, portRange: '-1/-1', sourcePortRange: '' };
  return { ...rule, protocol, portRange: named && rule.portRange === '-1/-1' ? '' : rule.portRange };
}

/** The rule as the API takes it: what is empty is left out. One port is written as the range that it is. */
export function toRule(rule: DraftRule): RuleText {
  const { id, direction, policy } = rule;
  const [near, far] = direction === 'ingress' ? (['source', 'dest'] as const) : (['dest', 'source'] as const);
  const text = rule.priority.trim();
  return {
    id,
    direction,
    protocol: rule.protocol.trim(),
    portRange: range(rule.portRange) as string,
    sourcePortRange: range(rule.sourcePortRange),
    [peerField(near, rule.peerKind)]: given(rule.peer),
    ...(rule.ownKind === 'any' ? {} : { [peerField(far, rule.ownKind)]: given(rule.own) }),
    policy,
    priority: /^\d+$/.test(text) ? Number(text) : text,
    description: rule.description.trim(),
  };
}

function peerField(side: 'source' | 'dest', kind: PeerKind) {
  return `${side}${kind === 'group' ? 'GroupId' : kind === 'prefixList' ? 'PrefixListId' : 'Cidr'}` as const;
}

function range(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return `${trimmed}/${trimmed}`;
  return given(trimmed.replace(/^(\d+)\s*[-–]\s*(\d+)$/, '$1/$2'));
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
