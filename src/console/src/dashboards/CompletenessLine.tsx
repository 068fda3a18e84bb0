import { useTexts } from '../app/preferences';
import { Badge } from '../ui/Page';
import { useFormat } from '../ui/format';
import type { Totals } from './completeness';
import { texts } from './texts';

const kinds = ['skipped', 'late', 'lost', 'pending'] as const;

/** How much of the range the service vouches for, and what is missing. */
export function CompletenessLine({ totals, link }: { totals: Totals | undefined; link: string }) {
  const text = useTexts(texts);
  const format = useFormat();
  if (totals === undefined) return null;
  const said = (kind: (typeof kinds)[number]) => `${text.states[kind]} ${text.minutes(format.count(totals[kind]))}`;
  const missing = kinds.filter((kind) => kind !== 'pending' && totals[kind] > 0).map(said);
  const whole = totals.skipped + totals.late + totals.lost === 0;
  return (
    <p class="dash-complete">
      {totals.share === undefined
        ? <Badge tone="neutral">{text.nothingKnown}</Badge>
        : <Badge tone={whole ? 'good' : 'warning'}>{text.complete(format.percent(totals.share))}</Badge>}
      {totals.share !== undefined && <span>{missing.length === 0 ? text.noneMissing : text.missing(missing.join(', '))}</span>}
      {totals.pending > 0 && <span>{said('pending')}</span>}
      <a href={link}>{text.details}</a>
    </p>
  );
}
