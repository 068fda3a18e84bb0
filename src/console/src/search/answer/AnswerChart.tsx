import { useMemo } from 'preact/hooks';
import { usePreferences, useTexts } from '../../app/preferences';
import { Chart } from '../../ui/Chart';
import { SelectField } from '../../ui/Field';
import { useFormat } from '../../ui/format';
import type { QueryAnswer } from '../types';
import type { ChartChoice } from '../view';
import { drawn } from './chartOption';
import { valueText } from './drawn';
import { every, kinds, type ChartPlan } from './choice';
import { rolesOf } from './roles';
import { amountText } from './amountText';
import { answerTexts } from './texts';

type Properties = { answer: QueryAnswer; plan: ChartPlan; choice: ChartChoice; onChoice: (choice: ChartChoice) => void };

/** The picture of an answer, and what of it is drawn how. */
export function AnswerChart({ answer, plan, choice, onChoice }: Properties) {
  const text = useTexts(answerTexts);
  const format = useFormat();
  const { language } = usePreferences();
  const roles = useMemo(() => rolesOf(answer), [answer]);
  const name = (at: number | undefined) => (at === undefined ? '' : (answer.columns[at]?.name ?? ''));
  const columns = (which: (at: number) => boolean) => answer.columns.flatMap((column, at) => (which(at) ? [{ value: column.name, text: column.name }] : []));
  const { kind, x, y, group } = plan;
  const picture = useMemo(() => (kind === 'number' ? undefined : drawn(answer, { kind, x, y, group }, format)), [answer, kind, x, y.join(), group, language]);
  const set = (changes: ChartChoice) => onChoice({ ...choice, ...changes });
  const numbers = columns((at) => roles[at] === 'number');
  const allNumbers = y.length > 1 || choice.y === every;
  return (
    <>
      <div class="form-row chart-choices">
        <SelectField label={text.kind} value={kind} onChange={(chosen) => onChoice({ kind: chosen })} choices={kinds.map((each) => ({ value: each, text: text.kinds[each] }))} />
        {kind !== 'number' && <SelectField label={text.x} value={name(x)} onChange={(chosen) => set({ x: chosen })} choices={columns(() => true)} />}
        <SelectField label={text.y} value={allNumbers ? every : name(y[0])} onChange={(chosen) => set({ y: chosen })} choices={[...numbers, ...(numbers.length > 1 ? [{ value: every, text: text.every }] : [])]} />
        {kind !== 'number' && kind !== 'pie' && <SelectField label={text.group} value={group === undefined ? '-' : name(group)} onChange={(chosen) => set({ group: chosen })} choices={[{ value: '-', text: text.nothing }, ...columns((at) => at !== x)]} />}
      </div>
      {picture === undefined
        ? <dl class="big-numbers">{y.map((at) => <div key={at}><dt>{name(at)}</dt><dd>{amountText(answer.rows[0]?.[at] ?? null, valueText(name(at), format))}</dd></div>)}</dl>
        : <Chart label={text.describe(text.kinds[kind], y.map(name).join(', '), name(x))} option={picture.option} height={picture.height} />}
      {picture && picture.left > 0 && <p class="hint">{text.left(format.count(picture.left))}</p>}
    </>
  );
}
