import type { DraftRule } from './draft';
import { byDecision } from './order';

/** The rules as they are looked at: incoming before outgoing, each in the order of decision; a priority that is no number comes last. */
export function sorted(rules: DraftRule[]): DraftRule[] {
  const side = (rule: DraftRule) => (rule.direction === 'ingress' ? 0 : 1);
  return rules.toSorted((a, b) => side(a) - side(b) || byDecision(weighed(a), weighed(b)));
}

/** Where each rule stands among those of its direction, from 1, by its key. */
export function places(rules: DraftRule[]): Map<string, number> {
  const next = { ingress: 1, egress: 1 };
  return new Map(sorted(rules).map((rule) => [rule.key, next[rule.direction]++]));
}

/**
 * The rule before or behind its neighbour: it takes that one's priority, or one beyond where drop and accept of one priority keep them
 * apart, and so may pass others of that priority too. Undefined if it is at the end already, or no priority from 1 to 100 brings it there.
 */
export function moved(rules: DraftRule[], key: string, by: -1 | 1): DraftRule[] | undefined {
  const order = sorted(rules);
  const at = order.findIndex((rule) => rule.key === key);
  const rule = order[at];
  const neighbour = order[at + by];
  if (rule === undefined || neighbour === undefined || rule.direction !== neighbour.direction) return undefined;
  const exchanged = order.with(at, neighbour).with(at + by, rule);
  const priority = Number(neighbour.priority);
  for (const tried of [priority, priority + by]) {
    if (!Number.isInteger(tried) || tried < 1 || tried > 100) continue;
    const result = sorted(exchanged.with(at + by, { ...rule, priority: String(tried) }));
    const [mine, theirs] = [key, neighbour.key].map((wanted) => result.findIndex((each) => each.key === wanted));
    if (Math.sign((mine ?? 0) - (theirs ?? 0)) === by) return result;
  }
  return undefined;
}

function weighed(rule: DraftRule): { priority: number; policy: DraftRule['policy'] } {
  return { priority: /^\d+$/.test(rule.priority.trim()) ? Number(rule.priority) : 1000, policy: rule.policy };
}
