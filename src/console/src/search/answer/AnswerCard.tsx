import { useMemo } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import { Empty, Loading, Notice, ProblemNotice } from '../../ui/Notice';
import { Section, Tabs } from '../../ui/Page';
import { Menu } from '../../ui/Menu';
import type { Asked } from '../../ui/asked';
import { save } from '../exporting/save';
import type { QueryAnswer } from '../types';
import { addressOf, type ChartChoice, type View } from '../view';
import './answer.css';
import { AnswerChart } from './AnswerChart';
import { AnswerTable } from './AnswerTable';
import { planOf } from './choice';
import { csvOf } from './csv';
import { StatisticsLine } from './StatisticsLine';
import { answerTexts } from './texts';

type Properties = { path: string[]; view: View; asked: Asked<QueryAnswer | undefined>; name: string; onView: (changes: Partial<View>) => void };

/** What SQL answers, as a chart or as a table. */
export function AnswerCard({ path, view, asked, name, onView }: Properties) {
  const text = useTexts(answerTexts);
  const answer = asked.value;
  return (
    <Section title={text.title} actions={answer && <Downloads answer={answer} name={name} />}>
      <ProblemNotice problem={asked.problem} retry={asked.reload} shown={['query']} />
      {answer === undefined && asked.loading && <Loading />}
      {answer && <Shown path={path} view={view} answer={answer} onChoice={(chart) => onView({ chart })} />}
    </Section>
  );
}

function Shown({ path, view, answer, onChoice }: { path: string[]; view: View; answer: QueryAnswer; onChoice: (choice: ChartChoice) => void }) {
  const text = useTexts(answerTexts);
  const format = useFormat();
  const { kind, x, y, group } = view.chart;
  const plan = useMemo(() => planOf(answer, view.chart), [answer, kind, x, y, group]);
  if (answer.rows.length === 0) return <><Empty>{text.none}</Empty><StatisticsLine answer={answer} /></>;
  const tabs = (['chart', 'table'] as const).map((each) => ({ name: each, text: text[each], href: addressOf(path, { ...view, show: each }) }));
  return (
    <div class="answer">
      <Tabs label={text.show} tabs={tabs} current={view.show} />
      {view.show === 'chart' && (plan ? <AnswerChart answer={answer} plan={plan} choice={view.chart} onChoice={onChoice} /> : <p class="hint">{text.noChart}</p>)}
      {(view.show === 'table' || plan === undefined) && <AnswerTable answer={answer} />}
      {answer.isCut && <Notice kind="warning">{text.rows(format.count(answer.rows.length))}. {text.cut}</Notice>}
      <StatisticsLine answer={answer} />
    </div>
  );
}

function Downloads({ answer, name }: { answer: QueryAnswer; name: string }) {
  const text = useTexts(answerTexts);
  const { columns, rows } = answer;
  const json = () => JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]))), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 1);
  return (
    <Menu
      label={text.download}
      align="end"
      items={[
        { name: 'csv', text: text.csv, detail: text.csvDetail, onChoose: () => save(new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`) },
        { name: 'spreadsheet', text: text.spreadsheet, detail: text.spreadsheetDetail, onChoose: () => save(new Blob([csvOf(columns, rows, true)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`) },
        { name: 'json', text: text.json, onChoose: () => save(new Blob([json()], { type: 'application/json' }), `${name}.json`) },
      ]}
    />
  );
}
