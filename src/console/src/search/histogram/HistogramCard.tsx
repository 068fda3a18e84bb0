import { useCallback } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { Chart } from '../../ui/Chart';
import { useFormat } from '../../ui/format';
import { Loading, ProblemNotice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import type { Palette } from '../../ui/palette';
import type { TimeRange } from '../../ui/timeRange';
import type { Span } from '../types';
import { marked } from '../view';
import { BucketTable } from './BucketTable';
import { CompletenessDialog } from './CompletenessDialog';
import { CompletenessLine } from './CompletenessLine';
import './histogram.css';
import { histogramOption } from './option';
import { histogramTexts } from './texts';
import type { Histogram } from './useHistogram';

type Properties = { histogram: Histogram; store: string; span: Span; detailed: boolean; onDetailed: (detailed: boolean) => void; onZoom: (range: TimeRange) => void; onZoomOut: () => void };

/** How many records the search finds over time, and how complete that is. */
export function HistogramCard({ histogram, store, span, detailed, onDetailed, onZoom, onZoomOut }: Properties) {
  const text = useTexts(histogramTexts);
  const format = useFormat();
  const { answer: shown, stacks, gaps } = histogram;
  const option = useCallback(
    (palette: Palette) => (shown === undefined ? {} : histogramOption(shown, stacks, gaps, text.names, format, palette)),
    [shown, stacks, gaps, text],
  );
  const zoom = (from: number, to: number) => {
    const range = shown && marked(from, to, shown.bucketSeconds, shown);
    if (range) onZoom(range);
  };
  return (
    <Section title={text.title} actions={<Button size="small" onClick={onZoomOut}>{text.zoomOut}</Button>}>
      {/* What is wrong with the query stands at the editor. */}
      {histogram.problem?.code !== 'InvalidQueryString' && <ProblemNotice problem={histogram.problem} />}
      {shown === undefined && (histogram.loading ? <Loading /> : null)}
      {shown && (
        <>
          <p class="search-status" role="status">
            <strong>{text.found(format.count(shown.count))}</strong>
            <CompletenessLine completeness={shown.completeness} />
            <Button kind="quiet" size="small" onClick={() => onDetailed(true)}>{text.details}</Button>
          </p>
          <Chart label={text.label(format.count(shown.count))} option={option} height={190} onRange={zoom} table={<BucketTable answer={shown} onZoom={onZoom} />} />
          <p class="hint">{text.bucket(format.seconds(shown.bucketSeconds))} {text.drag} {gaps.length > 0 && text.shaded}</p>
        </>
      )}
      {detailed && <CompletenessDialog store={store} span={span} onClose={() => onDetailed(false)} />}
    </Section>
  );
}
