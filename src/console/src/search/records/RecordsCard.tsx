import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format';
import { Empty, Loading, ProblemNotice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import type { SearchLanguage } from '../query/language';
import type { FlowRecord } from '../types';
import { addressOf, type View } from '../view';
import { ColumnsDialog } from './ColumnsDialog';
import { RecordDialog } from './RecordDialog';
import { RecordsTable } from './RecordsTable';
import { recordTexts } from './texts';
import type { Records } from './useRecords';

type Properties = { path: string[]; view: View; columns: string[]; records: Records; language: SearchLanguage; onFilter?: (condition: string, excluded: boolean) => void; onView: (changes: Partial<View>) => void };

/** The records that were found. */
export function RecordsCard({ path, view, columns, records, language, onFilter, onView }: Properties) {
  const text = useTexts(recordTexts);
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const [detailed, setDetailed] = useState<FlowRecord>();
  const { asked, items, more } = records;
  return (
    <Section
      title={text.title}
      actions={
        <>
          <select aria-label={text.order} value={view.order} onChange={(event) => onView({ order: event.currentTarget.value === 'oldest' ? 'oldest' : 'newest' })}>
            <option value="newest">{text.newest}</option>
            <option value="oldest">{text.oldest}</option>
          </select>
          <Button onClick={() => setChoosing(true)}>{text.columns}</Button>
        </>
      }
    >
      <ProblemNotice problem={asked.problem} retry={asked.reload} shown={['query']} />
      {asked.value === undefined && asked.loading && <Loading />}
      {asked.value !== undefined && items.length === 0 && <Empty>{text.none}</Empty>}
      {items.length > 0 && (
        <>
          <RecordsTable records={items} columns={columns} onFilter={onFilter} onDetails={setDetailed} />
          <p class="search-status" role="status">
            <span>{text.shown(format.count(items.length))} {more === undefined && text.all}</span>
            {more && <Button busy={records.busy} onClick={more}>{text.more}</Button>}
            {asked.value && <span>{text.scanned(format.count(asked.value.statistics.rowsScanned), format.count(asked.value.statistics.elapsedMilliseconds))}</span>}
          </p>
          <ProblemNotice problem={records.problem} />
        </>
      )}
      {choosing && <ColumnsDialog chosen={columns} language={language} onApply={(chosen) => onView({ columns: chosen })} onClose={() => setChoosing(false)} />}
      {detailed && <RecordDialog record={detailed} language={language} linkTo={onFilter && ((query) => addressOf(path, { ...view, query }))} onClose={() => setDetailed(undefined)} />}
    </Section>
  );
}
