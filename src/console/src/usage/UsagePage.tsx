import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { go, href } from '../app/routes';
import { useApi } from '../app/session';
import { Button, ButtonLink } from '../ui/Button';
import { download } from '../ui/download';
import { SelectField } from '../ui/Field';
import { Empty, Loading, Notice, ProblemNotice } from '../ui/Notice';
import { Page, Section } from '../ui/Page';
import { useAsked } from '../ui/asked';
import { useCharts } from '../ui/loadCharts';
import { useProblemsOf } from '../ui/problems';
import { csvOf } from './csv';
import { texts } from './texts';
import { readUsage, type Asked, type Shown } from './usage';
import { UsageChart } from './UsageChart';
import { UsageFilters } from './UsageFilters';
import { UsageTable } from './UsageTable';
import { UsageTotals } from './UsageTotals';
import './usage.css';

const choices: Shown[] = ['cost', 'bytesWritten', 'bytesIndexed', 'records'];

const today = () => new Date().toISOString().slice(0, 10);

export default function UsagePage({ route }: PageProperties) {
  const text = useTexts(texts);
  const api = useApi();
  const param = (name: string) => route.params.get(name) || undefined;
  const asked: Asked = { from: param('from'), to: param('to'), project: param('project'), logstore: param('logstore') };
  const shown = choices.find((choice) => choice === param('show')) ?? 'cost';
  const usage = useAsked((signal) => readUsage(api, asked, signal), [api, asked.from, asked.to, asked.project, asked.logstore]);
  useCharts();
  const change = (changes: Record<string, string | undefined>) => go(href(['usage'], { ...asked, show: param('show'), page: undefined, ...changes }));
  const from = asked.from ?? usage.value?.from ?? `${today().slice(0, 8)}01`;
  const to = asked.to ?? usage.value?.to ?? today();
  const problemsOf = useProblemsOf(usage.problem);
  const fields = ['from', 'to', 'project', 'logstore'];
  const errors = fields.flatMap((field) => problemsOf(field));
  const value = usage.value;
  return (
    <Page title={text.title} lead={text.lead} actions={<Button disabled={value === undefined || value.lines.length === 0} onClick={() => value && download(`usage-${value.from}-${value.to}.csv`, 'text/csv;charset=utf-8', csvOf(value.lines))}>{text.download}</Button>}>
      <UsageFilters asked={asked} from={from} to={to} seen={value?.lines ?? []} errors={errors} onChange={change} />
      <ProblemNotice problem={usage.problem} retry={usage.reload} shown={errors.length > 0 ? fields : []} />
      {value === undefined && usage.problem === undefined && <Loading />}
      {value && (
        <div class="usage" aria-busy={usage.loading ? 'true' : undefined}>
          <UsageTotals usage={value} />
          {value.lines.length === 0 ? (
            <div class="card"><Empty action={<><p>{text.emptyHint}</p><ButtonLink href="#/flowlogs/create">{text.makeFlowLog}</ButtonLink></>}>{text.empty}</Empty></div>
          ) : (
            <>
              <Section title={text.byDay}>
                <div class="usage-show"><SelectField label={text.show} value={shown} onChange={(choice) => change({ show: choice === 'cost' ? undefined : choice })} choices={choices.map((choice) => ({ value: choice, text: text[choice] }))} /></div>
                <UsageChart usage={value} shown={shown} />
              </Section>
              <Section title={text.lines}>
                {value.isCut && <Notice kind="warning">{text.cut}</Notice>}
                <UsageTable lines={value.lines} page={Number(param('page') ?? '1')} onPage={(page) => change({ page: page === 1 ? undefined : String(page) })} />
              </Section>
            </>
          )}
        </div>
      )}
    </Page>
  );
}
