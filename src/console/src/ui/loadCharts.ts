import { useEffect } from 'preact/hooks';

let charts: Promise<typeof import('./charts')> | undefined;

export function loadCharts(): Promise<typeof import('./charts')> {
  return (charts ??= import('./charts'));
}

/** Has the charts' script run while a page waits for its first answers: it takes a while, so the calls go first. Why it did not come is told where it is waited for. */
export function useCharts(): void {
  useEffect(() => void loadCharts().catch(() => undefined), []);
}

/** Has the charts' script on its way without running it; the built page says where it is. */
export function fetchCharts(): void {
  const href = document.querySelector<HTMLMetaElement>('meta[name=charts]')?.content;
  if (href === undefined) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}
