import type { Rule } from '../network/resources';
import { ownOf, peerOf, type Peer } from './peers';

/** A rule of a version, or of a draft, where it has no id yet. */
export type RuleText = Omit<Rule, 'id' | 'priority'> & { id?: string; priority: number | string };

export const ruleFields = ['direction', 'policy', 'protocol', 'portRange', 'sourcePortRange', 'peer', 'own', 'priority', 'description'] as const;

export type RuleField = (typeof ruleFields)[number];

export type ChangedRule = { rule: RuleText; fields: { field: RuleField; before: string; after: string }[] };

/** What of the rules is different, in the order in which they stand. */
export type Difference = { added: RuleText[]; removed: RuleText[]; changed: ChangedRule[]; unchanged: number };

/** A rule is the same one as long as its id is; one without an id is new. */
export function compare(before: RuleText[], after: RuleText[]): Difference {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const kept = new Set(after.map((rule) => rule.id));
  const changes = after.flatMap((rule) => {
    const was = rule.id === undefined ? undefined : old.get(rule.id);
    return was === undefined ? [] : [{ rule, fields: fieldsOf(was, rule) }];
  });
  const changed = changes.filter(({ fields }) => fields.length > 0);
  return {
    added: after.filter((rule) => rule.id === undefined || !old.has(rule.id)),
    removed: before.filter((rule) => !kept.has(rule.id)),
    changed,
    unchanged: changes.length - changed.length,
  };
}

export const isSame = ({ added, removed, changed }: Difference): boolean => added.length + removed.length + changed.length === 0;

function fieldsOf(was: RuleText, is: RuleText): ChangedRule['fields'] {
  const [before, after] = [textOf(was), textOf(is)];
  return ruleFields.filter((field) => before[field] !== after[field]).map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What a rule says, field by field; `any` where it says nothing. */
export function textOf(rule: RuleText): Record<RuleField, string> {
  return {
    direction: rule.direction,
    policy: rule.policy,
    protocol: rule.protocol,
    portRange: rule.portRange,
    sourcePortRange: rule.sourcePortRange ?? '-1/-1',
    peer: peerText(peerOf(rule)),
    own: peerText(ownOf(rule)),
    priority: String(rule.priority),
    description: rule.description,
  };
}

const peerText = (peer: Peer): string => (peer.kind === 'any' ? 'any' : peer.value);
