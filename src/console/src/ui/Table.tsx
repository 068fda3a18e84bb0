import type { ComponentChildren } from 'preact';
import { useTexts } from '../app/preferences';
import { kitTexts } from './texts';
import './cards.css';

export type Column<T> = { name: string; title: ComponentChildren; cell: (row: T) => ComponentChildren; align?: 'end'; /** Left out on narrow screens. */ minor?: boolean };

type Selection<T> = { selected: Set<string>; onChange: (selected: Set<string>) => void; nameOf: (row: T) => string };

type Properties<T> = {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  selection?: Selection<T>;
  empty?: ComponentChildren;
  onRow?: (row: T) => void;
  compact?: boolean;
  /** On narrow screens each row is a card of a few lines. */
  cards?: boolean;
};

/** A table that scrolls by itself where it is wider than the page. */
export function Table<T>({ caption, columns, rows, keyOf, selection, empty, onRow, compact, cards }: Properties<T>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div class={`table-scroll${cards ? ' cards' : ''}${selection ? ' pickable' : ''}`} tabIndex={0} role="group" aria-label={caption}>
      <table class={compact ? 'table compact' : 'table'} role={cards ? 'table' : undefined}>
        <caption class="unseen">{caption}</caption>
        <thead role={cards ? 'rowgroup' : undefined}>
          <tr role={cards ? 'row' : undefined}>
            {selection && <th class="pick" role={cards ? 'columnheader' : undefined}><SelectAll rows={rows} keyOf={keyOf} selection={selection} /></th>}
            {columns.map((column) => <th key={column.name} scope="col" role={cards ? 'columnheader' : undefined} class={classOf(column)}>{column.title}</th>)}
          </tr>
        </thead>
        <tbody role={cards ? 'rowgroup' : undefined}>
          {rows.map((row) => (
            <tr key={keyOf(row)} role={cards ? 'row' : undefined} class={onRow ? 'clickable' : undefined} onClick={onRow ? () => onRow(row) : undefined}>
              {selection && <td class="pick" role={cards ? 'cell' : undefined}><SelectOne row={row} id={keyOf(row)} selection={selection} /></td>}
              {columns.map((column) => <td key={column.name} role={cards ? 'cell' : undefined} data-column={cards ? column.name : undefined} data-title={cards && typeof column.title === 'string' ? column.title : undefined} class={classOf(column)}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<T>(column: Column<T>): string | undefined {
  const names = [column.align === 'end' ? 'end' : '', column.minor ? 'minor' : ''].filter((name) => name !== '');
  return names.length === 0 ? undefined : names.join(' ');
}

function SelectAll<T>({ rows, keyOf, selection }: { rows: T[]; keyOf: (row: T) => string; selection: Selection<T> }) {
  const texts = useTexts(kitTexts);
  const all = rows.length > 0 && rows.every((row) => selection.selected.has(keyOf(row)));
  return (
    <label>
      <input type="checkbox" aria-label={texts.selectAll} checked={all} onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(keyOf)))} />
      <span class="cards-title" aria-hidden="true">{texts.selectAll}</span>
    </label>
  );
}

function SelectOne<T>({ row, id, selection }: { row: T; id: string; selection: Selection<T> }) {
  const texts = useTexts(kitTexts);
  const toggle = () => {
    const next = new Set(selection.selected);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  return <input type="checkbox" aria-label={texts.select(selection.nameOf(row))} checked={selection.selected.has(id)} onChange={toggle} onClick={(event) => event.stopPropagation()} />;
}
