import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import { estimateTexts } from './texts';
import type { Estimating } from './useEstimate';

/** The total beside OK, so that it is seen however far one has scrolled. */
export function EstimateShort({ estimating: { estimate, asking } }: { estimating: Estimating }) {
  const text = useTexts(estimateTexts);
  const format = useFormat();
  if (!asking && estimate === undefined) return null;
  return <span class="estimate-short">{text.title}: <b>{asking || estimate === undefined ? '…' : format.money(estimate.month.cost.total, estimate.month.cost.currency)}</b></span>;
}
