import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import { Badge } from '../../ui/Page';
import { namedValue } from '../names';
import type { FlowRecord } from '../types';
import { isFilter, isTime } from './columns';
import { recordTexts } from './texts';

export type CellTarget = { field: string; value: string; element: HTMLElement };

/** A value of a record as people read it; one that can be filtered by opens a menu. */
export function RecordCell({ record, field, onMenu }: { record: FlowRecord; field: string; onMenu: ((target: CellTarget) => void) | undefined }) {
  const text = useTexts(recordTexts);
  const format = useFormat();
  const value = record[field];
  if (value === undefined) return null;
  const status = record['log-status'];
  if (value === '-') return field === 'action' && status !== 'OK' ? <Badge tone={status === 'SKIPDATA' ? 'warning' : 'neutral'} title={String(record['skip-reason'] ?? '')}>{text.statuses[String(status)] ?? status}</Badge> : <span class="faint">-</span>;
  if (isTime(field) && typeof value === 'number') return <time dateTime={new Date(value * 1000).toISOString()} title={String(value)}>{format.time(value)}</time>;
  const shown = field === 'action' ? <Badge tone={value === 'REJECT' ? 'bad' : 'good'}>{value}</Badge> : field === 'packets' || field === 'bytes' ? format.count(Number(value)) : namedValue(field, value);
  if (!isFilter(field) || onMenu === undefined) return <span class={field === 'skip-reason' ? 'cell-cut' : undefined} title={String(value)}>{shown}</span>;
  return (
    <button
      type="button"
      class={`cell-button${field === 'skip-reason' ? ' cell-cut' : ''}`}
      aria-haspopup="menu"
      aria-label={text.valueMenu(field, namedValue(field, value))}
      onClick={(event) => onMenu({ field, value: String(value), element: event.currentTarget })}
    >
      {shown}
    </button>
  );
}
