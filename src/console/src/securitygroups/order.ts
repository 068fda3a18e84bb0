import type { GroupType, Rule, RuleDirection, RulePolicy } from '../network/resources';

/** What decides, at its place: a rule, or what the service does by itself, under the name that records give it. */
export type Decision =
  | { kind: 'rule'; rule: Rule; groupId: string; version: number }
  | { kind: 'inner-access-accept' | 'inner-access-drop'; groupId: string; policy: RulePolicy }
  | { kind: 'default-ingress-drop' | 'default-egress-accept' | 'default-egress-drop'; policy: RulePolicy };

export type RuledGroup = { id: string; type: GroupType; innerAccessPolicy?: RulePolicy; version: number; rules: Rule[] };

/**
 * What decides about the flows of one direction, the first that matches before the others, as the service has it: access within a basic
 * group, the rules of all groups by ascending priority with drop before accept and those added first before later ones, isolation within
 * a basic group (of incoming flows only), the default. The platform's block of outgoing mail, where it is on, comes before all of it.
 */
export function decisions(groups: RuledGroup[], direction: RuleDirection): Decision[] {
  const inner = (policy: RulePolicy) => groups
    .filter((group) => group.type === 'normal' && (group.innerAccessPolicy ?? 'accept') === policy)
    .map((group): Decision => ({ kind: policy === 'accept' ? 'inner-access-accept' : 'inner-access-drop', groupId: group.id, policy }));
  const rules = groups
    .flatMap((group) => group.rules.filter((rule) => rule.direction === direction).map((rule) => ({ rule, group })))
    .toSorted((a, b) => byDecision(a.rule, b.rule))
    .map(({ rule, group }): Decision => ({ kind: 'rule', rule, groupId: group.id, version: group.version }));
  return [...inner('accept'), ...rules, ...(direction === 'ingress' ? inner('drop') : []), byDefault(groups, direction)];
}

/** Which of two rules of a direction is looked at first; 0 where the one that was added first is. */
export function byDecision(a: { priority: number; policy: RulePolicy }, b: { priority: number; policy: RulePolicy }): number {
  const rank = (policy: RulePolicy) => (policy === 'drop' ? 0 : 1);
  return a.priority - b.priority || rank(a.policy) - rank(b.policy);
}

function byDefault(groups: RuledGroup[], direction: RuleDirection): Decision {
  if (direction === 'ingress') return { kind: 'default-ingress-drop', policy: 'drop' };
  return groups.some((group) => group.type === 'enterprise') ? { kind: 'default-egress-drop', policy: 'drop' } : { kind: 'default-egress-accept', policy: 'accept' };
}
