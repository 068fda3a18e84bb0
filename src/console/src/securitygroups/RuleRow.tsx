import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { Button } from '../ui/Button';
import { Badge } from '../ui/Page';
import { SelectCell, TextCell } from './Cell';
import type { Cell as CellName } from './cellErrors';
import { withProtocol, type DraftRule } from './draft';
import { PeerCell } from './PeerCell';
import type { Choices } from './choices';
import { groupTexts } from './texts';

type Properties = {
  rule: DraftRule;
  place: number;
  errors: Partial<Record<CellName, string[]>>;
  choices: Choices;
  onChange: (rule: DraftRule) => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onMove: (by: -1 | 1) => void;
  canMove: (by: -1 | 1) => boolean;
};

/** A rule's inputs; source ports and the ENI's own side, which few rules name, stand in a second row. */
export function RuleRow(properties: Properties) {
  const { rule, place, errors, choices, onChange } = properties;
  const text = useTexts(groupTexts);
  const [opened, setOpened] = useState(false);
  const more = opened || rule.sourcePortRange !== '' || rule.ownKind !== 'any' || errors.own !== undefined || errors.sourcePortRange !== undefined;
  const set = (changes: Partial<DraftRule>) => onChange({ ...rule, ...changes });
  const name = (part: string) => text.partOf(part, `${text.short[rule.direction]} ${place}`);
  return (
    <>
      <tr data-key={rule.key} data-new={rule.id === undefined ? '' : undefined}>
        <td class="end">{place}{rule.id === undefined && <div><Badge tone="info">{text.isNew}</Badge></div>}{errors.rule && <ul class="errors">{errors.rule.map((error) => <li key={error}>{error}</li>)}</ul>}</td>
        <td><SelectCell label={name(text.direction)} value={rule.direction} errors={errors.direction} onChange={(direction) => set({ direction })} choices={(['ingress', 'egress'] as const).map((value) => ({ value, text: text.short[value] }))} /></td>
        <td><SelectCell label={name(text.policy)} value={rule.policy} errors={errors.policy} onChange={(policy) => set({ policy })} choices={(['accept', 'drop'] as const).map((value) => ({ value, text: text.policies[value] }))} /></td>
        <td><Protocol rule={rule} label={name(text.protocol)} errors={errors.protocol} onChange={onChange} /></td>
        <td><TextCell label={name(text.ports)} className="ports mono" value={rule.portRange} placeholder="80/80" errors={errors.portRange} onChange={(portRange) => set({ portRange })} /></td>
        <td><PeerCell label={name(rule.direction === 'ingress' ? text.source : text.destination)} kind={rule.peerKind} value={rule.peer} errors={errors.peer} choices={choices} onChange={(peerKind, peer) => set({ peerKind, peer })} /></td>
        <td><TextCell label={name(text.priority)} className="priority" value={rule.priority} errors={errors.priority} onChange={(priority) => set({ priority })} /></td>
        <td><TextCell label={name(text.description)} className="rule-description" value={rule.description} errors={errors.description} onChange={(description) => set({ description })} /></td>
        <td><Actions {...properties} name={name} more={more} onMore={() => setOpened(!opened)} /></td>
      </tr>
      {more && (
        <tr class="rule-more">
          <td />
          <td colSpan={8}>
            <div class="row">
              <label class="row">{text.fromPorts} <TextCell label={name(text.sourcePorts)} className="ports mono" value={rule.sourcePortRange} placeholder="-1/-1" errors={errors.sourcePortRange} onChange={(sourcePortRange) => set({ sourcePortRange })} /></label>
              <div class="row">{text.ownSide} <PeerCell withAny label={name(text.ownSide)} kind={rule.ownKind} value={rule.own} errors={errors.own} choices={choices} onChange={(ownKind, own) => set({ ownKind, own })} /></div>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function Protocol({ rule, label, errors, onChange }: { rule: DraftRule; label: string; errors: string[] | undefined; onChange: (rule: DraftRule) => void }) {
  const names = ['tcp', 'udp', 'icmp', 'icmpv6', 'gre', 'all'];
  return (
    <>
      <TextCell label={label} className="protocol" list={`protocols-${rule.key}`} value={rule.protocol} errors={errors} onChange={(protocol) => onChange(withProtocol(rule, protocol))} />
      <datalist id={`protocols-${rule.key}`}>{names.map((each) => <option key={each} value={each} />)}</datalist>
    </>
  );
}

function Actions({ name, more, onMore, onDuplicate, onDelete, onMove, canMove }: Properties & { name: (part: string) => string; more: boolean; onMore: () => void }) {
  const text = useTexts(groupTexts);
  return (
    <div class="rule-buttons">
      {([-1, 1] as const).map((by) => (
        <span key={by} class="rule-move">
          <button type="button" class="button quiet small" data-move={by} aria-label={name(by < 0 ? text.earlier : text.later)} title={by < 0 ? text.earlier : text.later} aria-disabled={canMove(by) ? undefined : 'true'} onClick={() => onMove(by)}>{by < 0 ? '↑' : '↓'}</button>
        </span>
      ))}
      <Button kind="quiet" size="small" label={name(text.more)} title={text.more} expanded={more} onClick={onMore}>…</Button>
      <Button kind="quiet" size="small" label={name(text.duplicate)} title={text.duplicate} onClick={onDuplicate}><TwoSheets /></Button>
      <Button kind="quiet" size="small" label={name(text.remove)} title={text.remove} onClick={onDelete}>✕</Button>
    </div>
  );
}

function TwoSheets() {
  return <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><rect x="1" y="1" width="8" height="8" rx="1.5" /><path d="M5 11.5V13h8V5h-1.5" /></svg>;
}
