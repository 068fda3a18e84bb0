import type { Cell, QueryAnswer } from '../types';
import type { ChartChoice } from '../view';
import { rolesOf, valuesOf, type Role } from './roles';

export type ChartKind = 'number' | 'line' | 'bar' | 'column' | 'pie' | 'heatmap' | 'sankey';

/** What a chart shows, by places of columns. Several `y` are lines or bars beside each other. */
export type ChartPlan = { kind: ChartKind; x: number | undefined; y: number[]; group: number | undefined };

export const kinds: ChartKind[] = ['number', 'line', 'bar', 'column', 'pie', 'heatmap', 'sankey'];

/** The y of a choice that means every column of numbers. */
export const every = '*';

const share = /share|percent|ratio|part|portion/i;
const source = /src|source|from|client/i;
const target = /dst|dest|target|to\b|server/i;
const mostSlices = 8;
const mostTogether = 4;
const nearEnough = 50;

/** The chart that tells an answer best, as far as the viewer has not chosen; undefined where nothing can be drawn. */
export function planOf(answer: QueryAnswer, choice: ChartChoice = {}): ChartPlan | undefined {
  const usual = usualPlan(answer);
  if (usual === undefined) return undefined;
  const index = (name: string | undefined) => {
    const at = answer.columns.findIndex((column) => column.name === name);
    return at < 0 ? undefined : at;
  };
  const kind = kinds.find((each) => each === choice.kind) ?? usual.kind;
  const numbers = places(rolesOf(answer), 'number');
  const shaped = choice.kind === undefined || kind === usual.kind ? usual : reshaped(kind, usual, answer);
  const y = choice.y === every ? numbers : index(choice.y);
  return {
    kind,
    x: index(choice.x) ?? shaped.x,
    y: y === undefined ? shaped.y : typeof y === 'number' ? [y] : y,
    group: choice.group === '-' ? undefined : (index(choice.group) ?? shaped.group),
  };
}

function usualPlan(answer: QueryAnswer): ChartPlan | undefined {
  const roles = rolesOf(answer);
  const [times, numbers, categories] = [places(roles, 'time'), places(roles, 'number'), places(roles, 'category')];
  const [time, number, first, second] = [times[0], numbers[0], categories[0], categories[1]];
  if (answer.rows.length === 0 || number === undefined) return undefined;
  if (answer.rows.length === 1 && time === undefined && first === undefined) return { kind: 'number', x: undefined, y: numbers, group: undefined };
  if (time !== undefined && answer.rows.length > 1 && isSeries(answer, time, categories)) return { kind: first === undefined ? 'line' : 'column', x: time, y: first === undefined ? together(answer, numbers) : [number], group: first };
  if (first === undefined) return numbers.length > 1 ? { kind: 'bar', x: number, y: numbers.slice(1, 2), group: undefined } : undefined;
  if (second === undefined) {
    const part = numbers.find((at) => share.test(answer.columns[at]?.name ?? ''));
    return part !== undefined && answer.rows.length <= mostSlices ? { kind: 'pie', x: first, y: [part], group: undefined } : { kind: 'bar', x: first, y: [number], group: undefined };
  }
  const names = [answer.columns[first]?.name ?? '', answer.columns[second]?.name ?? ''];
  const flows = source.test(names[0] ?? '') && target.test(names[1] ?? '');
  return { kind: flows ? 'sankey' : 'heatmap', x: first, y: [number], group: second };
}

/** Another kind than the usual one needs other columns. */
function reshaped(kind: ChartKind, usual: ChartPlan, answer: QueryAnswer): ChartPlan {
  const roles = rolesOf(answer);
  const numbers = places(roles, 'number');
  const names = [...places(roles, 'category'), ...places(roles, 'time')];
  const y = usual.y.length > 0 ? usual.y : numbers.slice(0, 1);
  const x = usual.x ?? names[0];
  const other = usual.group ?? names.find((at) => at !== x);
  return { kind, x, y: kind === 'line' || kind === 'column' || kind === 'bar' || kind === 'number' ? y : y.slice(0, 1), group: kind === 'pie' || kind === 'number' ? undefined : kind === 'heatmap' || kind === 'sankey' ? other : usual.group };
}

const places = (roles: Role[], role: Role): number[] => roles.flatMap((each, index) => (each === role ? [index] : []));

/** Whether the rows tell how something went: a time comes once, or once for each name beside it. A list of records is none. */
function isSeries(answer: QueryAnswer, time: number, categories: number[]): boolean {
  if (categories.length > 1) return false;
  const keys = new Set(answer.rows.map((row) => `${row[time]} ${categories.map((at) => row[at]).join(' ')}`));
  return keys.size === answer.rows.length && new Set(valuesOf(answer, time)).size > 1;
}

/** Columns of numbers that can share an axis. */
function together(answer: QueryAnswer, numbers: number[]): number[] {
  const greatest = numbers.map((at) => answer.rows.reduce((most, row) => Math.max(most, Math.abs(amount(row[at]))), 0));
  const isNear = Math.max(...greatest) <= nearEnough * Math.max(1e-9, Math.min(...greatest));
  return numbers.length <= mostTogether && isNear ? numbers : numbers.slice(0, 1);
}

export const amount = (value: Cell | undefined): number => {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
};
