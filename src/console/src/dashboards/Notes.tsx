import { useDash } from './context';
import type { ChartData, Measure } from './data';

/** How exact a chart's numbers are, where they are not. */
export function Notes({ data, measure }: { data: ChartData; measure: Measure }) {
  const { naming } = useDash();
  const bound = data.error?.[measure] ?? 0;
  const rows = data.rowErrors !== undefined;
  return (
    <>
      {bound > 0 && <p class="hint">{rows ? naming.text.boundOther(naming.value(measure, bound)) : naming.text.bound(naming.value(measure, bound))}</p>}
      {data.standardError !== undefined && data.standardError > 0 && <p class="hint">{naming.text.standard(naming.format.part(data.standardError))}</p>}
    </>
  );
}
