import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import { Badge } from '../../ui/Page';
import type { Completeness } from '../types';
import { histogramTexts } from './texts';

/** How complete the records are: the share, and which minutes are missing. */
export function CompletenessLine({ completeness }: { completeness: Completeness }) {
  const text = useTexts(histogramTexts);
  const format = useFormat();
  const { share } = completeness;
  const parts = (['lost', 'late', 'skipped'] as const).filter((state) => completeness[state] > 0).map((state) => text.minutes[state](format.count(completeness[state])));
  const others = (['pending', 'sampled'] as const).filter((state) => completeness[state] > 0).map((state) => text.minutes[state](format.count(completeness[state])));
  return (
    <>
      {share === undefined ? <Badge tone="neutral">{text.unknown}</Badge> : share >= 1 && parts.length === 0 ? <Badge tone="good">{text.complete}</Badge> : <Badge tone="warning">{text.share(format.percent(share))}</Badge>}
      {parts.length > 0 && <span>{text.missing(parts.join(', '))}</span>}
      {others.length > 0 && <span>{others.join(', ')}</span>}
    </>
  );
}
