import { useEffect, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/problem';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format';
import { Empty, Notice, ProblemNotice } from '../../ui/Notice';
import { Badge, Section } from '../../ui/Page';
import type { SearchLanguage } from '../query/language';
import { ColumnsDialog } from '../records/ColumnsDialog';
import { RecordDialog } from '../records/RecordDialog';
import { RecordsTable } from '../records/RecordsTable';
import type { FlowRecord } from '../types';
import { addressOf, type View } from '../view';
import { Announced } from './Announced';
import type { Ring } from './ring';
import { tailTexts } from './texts';
import { useTail } from './useTail';

type Properties = {
  path: string[]; view: View; columns: string[]; store: string; search: string; round: number; language: SearchLanguage;
  onFilter: (condition: string, excluded: boolean) => void; onView: (changes: Partial<View>) => void; onProblem: (problem: ApiProblem | undefined) => void; onAgain: () => void;
};

/** Records as they come, the newest first. */
export function TailCard({ path, view, columns, store, search, round, language, onFilter, onView, onProblem, onAgain }: Properties) {
  const text = useTexts(tailTexts);
  const format = useFormat();
  const tail = useTail(store, search, round);
  const [frozen, setFrozen] = useState<Ring<FlowRecord>>();
  const [choosing, setChoosing] = useState(false);
  const [detailed, setDetailed] = useState<FlowRecord>();
  useEffect(() => setFrozen(undefined), [store, search, round]);
  useEffect(() => onProblem(tail.problem), [tail.problem]);
  const ring = frozen ?? tail.ring;
  const state = frozen ? text.paused : tail.state === 'waiting' ? text.waiting(tail.waitSeconds) : text[tail.state];
  return (
    <Section
      title={text.title}
      actions={
        <>
          <Button pressed={frozen !== undefined} onClick={() => setFrozen(frozen ? undefined : tail.ring)}>{frozen ? text.resume : text.pause}</Button>
          <Button onClick={() => setChoosing(true)}>{text.columns}</Button>
        </>
      }
    >
      <p class="search-status">
        <Badge tone={frozen || tail.state === 'waiting' ? 'warning' : tail.state === 'live' ? 'good' : tail.state === 'refused' ? 'bad' : 'neutral'}>{state}</Badge>
        <span>{text.received(format.count(tail.ring.received))}{ring.received > ring.items.length && `, ${text.shown(format.count(ring.items.length))}`}</span>
        {frozen && <span>{text.behind(format.count(tail.ring.received - frozen.received))}</span>}
      </p>
      <Announced count={tail.ring.received} />
      {tail.problem?.status === 429 ? <Notice kind="warning">{text.busy} <code>{tail.problem.code}</code></Notice> : tail.state === 'refused' && <ProblemNotice problem={tail.problem} retry={onAgain} shown={['query']} />}
      {tail.gaps.map((gap) => <Notice key={gap.from} kind="warning">{text.gap(format.time(gap.from), format.time(gap.to))}</Notice>)}
      {ring.items.length === 0
        ? tail.state !== 'refused' && <Empty>{text.empty}</Empty>
        : <RecordsTable records={ring.items.map((item) => item.value)} columns={columns} keyOf={(index) => ring.items[index]?.number ?? index} onFilter={onFilter} onDetails={setDetailed} />}
      {choosing && <ColumnsDialog chosen={columns} language={language} onApply={(chosen) => onView({ columns: chosen })} onClose={() => setChoosing(false)} />}
      {detailed && <RecordDialog record={detailed} language={language} linkTo={(query) => addressOf(path, { ...view, mode: 'search', query })} onClose={() => setDetailed(undefined)} />}
    </Section>
  );
}
