import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format';
import { Table, type Column } from '../../ui/Table';
import type { TimeRange } from '../../ui/timeRange';
import type { Bucket, HistogramAnswer } from '../types';
import { histogramTexts } from './texts';

/** The histogram in numbers; each bucket can be zoomed to without a pointer. */
export function BucketTable({ answer, onZoom }: { answer: HistogramAnswer; onZoom: (range: TimeRange) => void }) {
  const text = useTexts(histogramTexts);
  const format = useFormat();
  const columns: Column<Bucket>[] = [
    { name: 'from', title: text.from, cell: (bucket) => format.time(bucket.from) },
    { name: 'records', title: text.records, align: 'end', cell: (bucket) => format.count(bucket.count) },
    { name: 'packets', title: text.packets, align: 'end', minor: true, cell: (bucket) => format.count(bucket.packets) },
    { name: 'bytes', title: text.bytes, align: 'end', cell: (bucket) => format.bytes(bucket.bytes) },
    { name: 'zoom', title: text.zoom, cell: (bucket) => <Button size="small" label={text.zoomToOf(format.time(bucket.from))} onClick={() => onZoom({ from: new Date(bucket.from), to: new Date(bucket.to) })}>{text.zoomTo}</Button> },
  ];
  return <div class="bucket-table"><Table caption={text.caption} columns={columns} rows={answer.items} keyOf={(bucket) => bucket.from} compact /></div>;
}
