import type { FieldProblem } from '../api/problem';
import type { DraftRule } from './draft';

export const cells = ['direction', 'protocol', 'portRange', 'sourcePortRange', 'peer', 'own', 'policy', 'priority', 'description', 'rule'] as const;

export type Cell = (typeof cells)[number];

/** What is wrong, by the rule's key and the cell. */
export type CellErrors = Map<string, Partial<Record<Cell, string[]>>>;

/** The errors without those of cells that have been changed since the rules were sent, and of rules that are gone. */
export function stillWrong(byRule: CellErrors, sent: DraftRule[], now: DraftRule[]): CellErrors {
  const left: CellErrors = new Map();
  for (const [key, own] of byRule) {
    const [before, after] = [sent.find((rule) => rule.key === key), now.find((rule) => rule.key === key)];
    if (before === undefined || after === undefined) continue;
    const kept = cells.filter((cell) => own[cell] !== undefined && textOf(before, cell) === textOf(after, cell));
    if (kept.length > 0) left.set(key, Object.fromEntries(kept.map((cell) => [cell, own[cell]])));
  }
  return left;
}

function textOf(rule: DraftRule, cell: Cell): string {
  if (cell === 'rule') return JSON.stringify({ ...rule, key: '' });
  if (cell === 'peer') return `${rule.peerKind} ${rule.peer}`;
  return cell === 'own' ? `${rule.ownKind} ${rule.own}` : rule[cell];
}

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
