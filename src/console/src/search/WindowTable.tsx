import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './windowTable.css';

export type WindowColumn = { name: string; title: ComponentChildren; align?: 'end' | undefined; sort?: 'ascending' | 'descending' | 'none' | undefined };

type Properties = { caption: string; columns: WindowColumn[]; count: number; keyOf: (index: number) => string | number; cell: (index: number, column: string) => ComponentChildren };

const rowHeight = 30;
const around = 15;
/** Rows are drawn anew when so many have gone by. */
const step = 10;

/** A table of any number of rows, of which only those near the visible ones are in the page. Rows are of one height. */
export function WindowTable({ caption, columns, count, keyOf, cell }: Properties) {
  const frame = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [visible, setVisible] = useState(30);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setVisible(Math.ceil(element.clientHeight / rowHeight) + 1);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const start = Math.max(0, Math.min(first, count - visible) - around);
  const end = Math.min(count, start + visible + 2 * around + step);
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
  return (
    <div
      ref={frame}
      class="table-scroll window-table"
      tabIndex={0}
      role="group"
      aria-label={caption}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / rowHeight / step) * step)}
    >
      <table class="table compact" aria-rowcount={count + 1}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>{columns.map((column) => <th key={column.name} scope="col" class={column.align} aria-sort={column.sort}>{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {start > 0 && <tr class="window-gap" aria-hidden="true"><td colSpan={columns.length} style={{ height: `${start * rowHeight}px` }} /></tr>}
          {rows.map((index) => <tr key={keyOf(index)} aria-rowindex={index + 2}>{columns.map((column) => <td key={column.name} class={column.align}>{cell(index, column.name)}</td>)}</tr>)}
          {end < count && <tr class="window-gap" aria-hidden="true"><td colSpan={columns.length} style={{ height: `${(count - end) * rowHeight}px` }} /></tr>}
        </tbody>
      </table>
    </div>
  );
}
