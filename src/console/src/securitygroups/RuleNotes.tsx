import { useTexts } from '../app/preferences';
import { Badge } from '../ui/Page';
import type { Decision } from './order';
import { groupTexts } from './texts';

type Properties = { decision: Decision; shadow: Decision | undefined; placeOf: (decision: Decision) => number | undefined; neverHit: boolean; /** The way to its records. */ records: string | undefined };

/** What a rule is for, and what is odd about it; of what the service does by itself, what that is. */
export function RuleNotes({ decision, shadow, placeOf, neverHit, records }: Properties) {
  const text = useTexts(groupTexts);
  if (decision.kind !== 'rule') return <div class="rule-notes"><i>{text.byItself[decision.kind]}</i><div class="mono faint">{decision.kind}</div></div>;
  return (
    <div class="rule-notes">
      {decision.rule.description !== '' && <div class="break">{decision.rule.description}</div>}
      <div><span class="mono faint">{decision.rule.id}</span> {records && <a href={records} aria-label={text.recordsOf(decision.rule.id)}>{text.records}</a>}</div>
      {shadow === undefined
        ? neverHit && <Badge tone="neutral">{text.neverHit}</Badge>
        : <><Badge tone="warning">{text.neverReached}</Badge> <span>{shadow.kind === 'rule' ? <>{text.shadowedBy(placeOf(shadow) ?? 0)} <span class="mono faint">{shadow.rule.id}</span></> : text.shadowedByInner}</span></>}
    </div>
  );
}
