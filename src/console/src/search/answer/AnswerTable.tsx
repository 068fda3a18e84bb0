import { useMemo, useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useFormat, type Format } from '../../ui/format';
import type { Cell, QueryAnswer } from '../types';
import { WindowTable } from '../WindowTable';
import { numberText } from './amountText';
import { millisecondsOf, rolesOf, type Role } from './roles';
import { nextSorting, sorted, type Sorting } from './sorting';
import { answerTexts } from './texts';

/** The rows of an answer, which a click on a column's name sorts. */
export function AnswerTable({ answer }: { answer: QueryAnswer }) {
  const text = useTexts(answerTexts);
  const format = useFormat();
  const [sorting, setSorting] = useState<Sorting>();
  const roles = useMemo(() => rolesOf(answer), [answer]);
  const rows = useMemo(() => sorted(answer.rows, sorting), [answer, sorting]);
  const columns = answer.columns.map((column, index) => {
    const way = sorting?.column === index ? (sorting.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
    return {
      name: String(index), sort: way, align: column.type !== 'varchar' && roles[index] !== 'time' ? ('end' as const) : undefined,
      title: <button type="button" class="sorter" title={text.sortBy(column.name)} onClick={() => setSorting(nextSorting(sorting, index))}>{column.name} <span aria-hidden="true">{{ descending: '↓', ascending: '↑', none: '↕' }[way]}</span></button>,
    };
  });
  return <WindowTable caption={text.caption} columns={columns} count={rows.length} keyOf={(index) => index} cell={(index, name) => <Value value={rows[index]?.[Number(name)] ?? null} role={roles[Number(name)] ?? 'category'} format={format} />} />;
}

function Value({ value, role, format }: { value: Cell; role: Role; format: Format }) {
  if (value === null) return <span class="faint">NULL</span>;
  const time = role === 'time' ? millisecondsOf(value) : undefined;
  if (time !== undefined) return <time title={String(value)} dateTime={new Date(time).toISOString()}>{format.time(new Date(time))}</time>;
  if (role === 'number' && typeof value === 'number') return <span title={String(value)}>{numberText(value, (number) => format.count(number))}</span>;
  return <span class="cell-cut" title={String(value)}>{String(value)}</span>;
}
