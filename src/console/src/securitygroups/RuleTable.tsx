import { useTexts } from '../app/preferences';
import { recordsHref } from '../network/coverage';
import type { FlowLog, RuleDirection } from '../network/resources';
import { useFormat } from '../ui/format';
import { Table, type Column } from '../ui/Table';
import type { RuleHits } from './hits';
import { decisions, type Decision, type RuledGroup } from './order';
import { PeerOf } from './Peer';
import { ownOf, peerOf } from './peers';
import { PolicyBadge } from './PolicyBadge';
import { RuleNotes } from './RuleNotes';
import { shadows, type EntriesOf } from './shadows';
import { groupTexts } from './texts';

type Properties = {
  group: RuledGroup;
  direction: RuleDirection;
  nameOf: (id: string) => string;
  entriesOf: EntriesOf;
  /** Where records are, if a flow log brings them. */
  flowLog?: FlowLog;
  /** Undefined where nobody counts: of an old version, or while it is not known. */
  hits?: Map<string, RuleHits>;
};

type Row = { decision: Decision; place: number | undefined; ruleId: string };

/** The rules of a direction in the order in which they are looked at, and what happens when none matches. */
export function RuleTable({ group, direction, nameOf, entriesOf, flowLog, hits }: Properties) {
  const text = useTexts(groupTexts);
  const format = useFormat();
  const order = decisions([group], direction);
  const hidden = shadows(order, entriesOf);
  let place = 0;
  const rows = order.map((decision): Row => (decision.kind === 'rule' ? { decision, place: ++place, ruleId: decision.rule.id } : { decision, place: undefined, ruleId: decision.kind }));
  const placeOf = (decision: Decision) => rows.find((row) => row.decision === decision)?.place;
  const hitOf = ({ ruleId }: Row) => hits?.get(ruleId);
  const columns: Column<Row>[] = [
    { name: 'place', title: '#', align: 'end', cell: (row) => row.place ?? '' },
    { name: 'policy', title: text.policy, cell: ({ decision }) => <PolicyBadge policy={decision.kind === 'rule' ? decision.rule.policy : decision.policy} /> },
    { name: 'protocol', title: text.protocol, cell: ({ decision }) => (decision.kind === 'rule' ? decision.rule.protocol : text.all) },
    { name: 'ports', title: text.ports, cell: ({ decision }) => (decision.kind === 'rule' ? <Ports rule={decision.rule} /> : text.all) },
    {
      name: 'peer',
      title: direction === 'ingress' ? text.source : text.destination,
      cell: ({ decision }) => {
        if (decision.kind !== 'rule') return 'groupId' in decision ? text.ownMembers : text.any;
        const own = ownOf(decision.rule);
        return <><PeerOf peer={peerOf(decision.rule)} nameOf={nameOf} />{own.kind !== 'any' && <div class="faint">{text.ownSide}: <PeerOf peer={own} nameOf={nameOf} /></div>}</>;
      },
    },
    { name: 'priority', title: text.priority, align: 'end', cell: ({ decision }) => (decision.kind === 'rule' ? decision.rule.priority : '—') },
    { name: 'description', title: text.rule, cell: (row) => <RuleNotes records={flowLog && recordsHref(flowLog, `rule-id: ${row.ruleId}`)} decision={row.decision} shadow={hidden.get(row.ruleId)} placeOf={placeOf} neverHit={hits !== undefined && row.decision.kind === 'rule' && hitOf(row) === undefined} /> },
  ];
  if (hits !== undefined) {
    columns.push(
      { name: 'hits', title: text.hits, align: 'end', cell: (row) => <HitCount hits={hitOf(row)} counted={row.decision.kind === 'rule'} /> },
      { name: 'last', title: text.lastHit, cell: (row) => <span class="nowrap">{hitOf(row)?.lastHit === undefined ? '—' : format.time(hitOf(row)?.lastHit ?? 0)}</span> },
    );
  }
  return <Table compact caption={text.directions[direction]} columns={columns} rows={rows} keyOf={(row) => row.ruleId + (row.place ?? '')} />;
}

function Ports({ rule }: { rule: { portRange: string; sourcePortRange?: string } }) {
  const text = useTexts(groupTexts);
  const read = (range: string) => (range === '-1/-1' ? text.all : range.replace(/^(\d+)\/\1$/, '$1').replace('/', '–'));
  return <span class="nowrap">{read(rule.portRange)}{rule.sourcePortRange !== undefined && <div class="faint">{text.fromPorts} {read(rule.sourcePortRange)}</div>}</span>;
}

function HitCount({ hits, counted }: { hits: RuleHits | undefined; counted: boolean }) {
  const text = useTexts(groupTexts);
  const format = useFormat();
  if (hits === undefined) return <>{counted ? '0' : '—'}</>;
  return <><span>{format.count(hits.records)}</span><div class="faint nowrap">{text.hitSize(format.short(hits.packets), format.bytes(hits.bytes))}</div></>;
}
