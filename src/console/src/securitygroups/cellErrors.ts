import type { FieldProblem } from '../api/problem';

export const cells = ['direction', 'protocol', 'portRange', 'sourcePortRange', 'peer', 'own', 'policy', 'priority', 'description', 'rule'] as const;

export type Cell = (typeof cells)[number];

/** What is wrong, by the rule's key and the cell. */
export type CellErrors = Map<string, Partial<Record<Cell, string[]>>>;

/**
 * Brings problems such as `rules[3].portRange` to the rules that were sent, so that they stay with them when rules are moved or deleted.
 * What belongs to no rule comes back as `others`.
 */
export function cellErrors(errors: FieldProblem[], sent: { key: string; direction: string }[]): { byRule: CellErrors; others: FieldProblem[] } {
  const byRule: CellErrors = new Map();
  const others: FieldProblem[] = [];
  for (const error of errors) {
    const [, place, name = ''] = /^rules\[(\d+)\](?:\.(.*))?$/.exec(error.field) ?? [];
    const rule = place === undefined ? undefined : sent[Number(place)];
    if (rule === undefined) {
      others.push(error);
      continue;
    }
    const cell = cellOf(name, rule.direction);
    const own = byRule.get(rule.key) ?? {};
    own[cell] = [...(own[cell] ?? []), error.message];
    byRule.set(rule.key, own);
  }
  return { byRule, others };
}

function cellOf(name: string, direction: string): Cell {
  const side = /^(source|dest)?(Cidr|GroupId|PrefixListId)$/i.exec(name);
  if (side !== null) {
    const peer = direction === 'ingress' ? 'source' : 'dest';
    return side[1] === undefined || side[1] === peer ? 'peer' : 'own';
  }
  return cells.find((cell) => cell === name && cell !== 'rule') ?? 'rule';
}
