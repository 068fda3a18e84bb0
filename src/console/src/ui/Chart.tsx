import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePreferences, useTexts } from '../app/preferences';
import { Button } from './Button';
import { loadCharts } from './loadCharts';
import { readPalette, type Palette } from './palette';
import { usePrinted } from './print';
import { kitTexts } from './texts';

export type { EChartsCoreOption };

/** What of a chart was clicked: the series, the name of the datum, its place, and its value. */
export type ChartClick = { seriesName: string; name: string; dataIndex: number; value: unknown; data: unknown };

type Properties = {
  /** Says what the chart shows, to those who cannot see it. */
  label: string;
  /** The chart's options for the page's colours; must be the same function until the data change (useCallback). */
  option: (palette: Palette) => EChartsCoreOption;
  height?: number;
  onClick?: (click: ChartClick) => void;
  /** From and to, in milliseconds, of a stretch of time that was marked with the pointer. */
  onRange?: (from: number, to: number) => void;
  /** The same data as a table, which a button shows in the chart's place. */
  table?: ComponentChildren;
};

/** A picture of data, drawn by ECharts, with the data as a table at hand. */
export function Chart({ label, option, height = 260, onClick, onRange, table }: Properties) {
  const texts = useTexts(kitTexts);
  const [asTable, setAsTable] = useState(false);
  return (
    <div class="chart">
      {table !== undefined && <div class="chart-switch"><Button kind="quiet" size="small" pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? texts.chart : texts.data}</Button></div>}
      {asTable ? table : <Canvas label={label} option={option} height={height} onClick={onClick} onRange={onRange} />}
    </div>
  );
}

type Drawn = Pick<Properties, 'label' | 'option' | 'height'> & { onClick: Properties['onClick']; onRange: Properties['onRange'] };

function Canvas({ label, option, height, onClick, onRange }: Drawn) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const handlers = useRef({ onClick, onRange });
  handlers.current = { onClick, onRange };
  const [ready, setReady] = useState(false);
  const { shade } = usePreferences();
  useEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(() => chart.current?.resize());
    void loadCharts().then(({ init }) => {
      if (gone || element.current === null) return;
      chart.current = init(element.current, null, { renderer: 'canvas' });
      chart.current.on('click', (event) => handlers.current.onClick?.(event as unknown as ChartClick));
      chart.current.on('brushEnd', (event) => {
        const range = (event as { areas?: { coordRange?: [number, number] }[] }).areas?.[0]?.coordRange;
        if (range) handlers.current.onRange?.(range[0], range[1]);
      });
      watch.observe(element.current);
      setReady(true);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (!ready) return;
    // The page's colours stand in its style sheet, which follows the shade a moment later.
    const frame = requestAnimationFrame(() => {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      chart.current?.setOption({ animation: !still, animationDuration: 250, ...option(readPalette()) }, { notMerge: true });
      if (handlers.current.onRange) chart.current?.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: { brushType: 'lineX', brushMode: 'single' } });
      if (element.current) element.current.dataset['drawn'] = shade;
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, option, shade]);
  usePrinted(() => {
    chart.current?.setOption({ ...option(readPalette()), animation: false }, { notMerge: true });
    chart.current?.getZr().flush();
  });
  return <div ref={element} class="chart-canvas" role="img" aria-label={label} style={{ height: `${height}px` }} />;
}
