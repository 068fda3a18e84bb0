import { useTexts } from '../app/preferences';
import { choiceOf } from '../network/choices';
import { SelectCell, TextCell } from './Cell';
import type { PeerKind } from './peers';
import type { Choices } from './choices';
import { groupTexts } from './texts';

type Properties = { label: string; kind: PeerKind; value: string; errors?: string[]; choices: Choices; withAny?: boolean; onChange: (kind: PeerKind, value: string) => void };

/** One side of a rule: what kind it is, and which. */
export function PeerCell({ label, kind, value, errors, choices, withAny, onChange }: Properties) {
  const text = useTexts(groupTexts);
  const kinds: PeerKind[] = [...(withAny ? ['any' as const] : []), 'cidr', ...(choices.group.type === 'normal' || kind === 'group' ? ['group' as const] : []), 'prefixList'];
  // Only basic groups of the same VPC may be named.
  const named = kind === 'group' ? choices.network.groups.filter((group) => group.vpcId === choices.group.vpcId && group.type === 'normal') : choices.prefixLists;
  const known = named.map(choiceOf);
  const options = [{ value: '', text: text.choose }, ...(value === '' || known.some((choice) => choice.value === value) ? [] : [{ value, text: value }]), ...known];
  return (
    <div class="peer-cell">
      <SelectCell label={`${label}: ${text.kind}`} value={kind} onChange={(next) => onChange(next, '')} choices={kinds.map((each) => ({ value: each, text: text.peerKinds[each] }))} />
      {kind === 'cidr' && <TextCell label={label} className="mono" value={value} placeholder="0.0.0.0/0" errors={errors} onChange={(next) => onChange(kind, next)} />}
      {(kind === 'group' || kind === 'prefixList') && <SelectCell label={label} value={value} errors={errors} onChange={(next) => onChange(kind, next)} choices={options} />}
    </div>
  );
}
