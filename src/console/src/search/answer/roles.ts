import type { AnswerColumn, Cell, QueryAnswer } from '../types';

/** What a column of an answer is to a chart. */
export type Role = 'time' | 'number' | 'category';

/** Numbers that name something instead of counting it. */
const naming = /^(src|dst)?_?port$|^protocol$|^tcp[-_]flags$|^traffic_path$|^rule[-_]version$|^version$|^account[-_]id$/i;
const timely = /time|start|end|first|last|minute|hour|day|week|window|since|until|date|(^|_)(t|at|from|to)$/i;
/** As times are written in SQL, in UTC; a day alone, too. */
const written = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?$/;
const [earliest, latest] = [946684800, 4102444800];
const looked = 1000;

export const valuesOf = (answer: Pick<QueryAnswer, 'rows'>, index: number): Cell[] => answer.rows.map((row) => row[index] ?? null);

export function roleOf(column: AnswerColumn, values: Cell[]): Role {
  const some = values.filter((value) => value !== null);
  if (column.type === 'varchar') return some.length > 0 && some.every((value) => written.test(String(value))) ? 'time' : 'category';
  if (some.length > 0 && timely.test(column.name) && some.every((value) => Number(value) >= earliest && Number(value) < latest)) return 'time';
  return naming.test(column.name.replaceAll('"', '')) ? 'category' : 'number';
}

export const rolesOf = (answer: QueryAnswer): Role[] => answer.columns.map((column, index) => roleOf(column, answer.rows.slice(0, looked).map((row) => row[index] ?? null)));

/** The milliseconds of a value in a column of times; undefined of what is none. */
export function millisecondsOf(value: Cell): number | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return Number(value) * 1000;
  const text = value.includes(':') ? `${value.replace(' ', 'T').replace(/Z$/, '')}Z` : `${value}T00:00:00Z`;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
