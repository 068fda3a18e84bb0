import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog, PrefixList, SecurityGroup } from '../network/resources';
import type { Asked } from '../ui/asked';
import { useFormat } from '../ui/format';
import { Loading, Notice, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { byRule, type Hits } from './hits';
import { RuleTable } from './RuleTable';
import { groupTexts } from './texts';
import { useHits } from './useGroup';

type Properties = { group: SecurityGroup; prefixLists: PrefixList[]; nameOf: (id: string) => string; flowLog: FlowLog | undefined };

/** What the group decides now, and how often each rule did in the last day. */
export function Rules({ group, prefixLists, nameOf, flowLog }: Properties) {
  const text = useTexts(groupTexts);
  const hits = useHits(group.id);
  const counts = hits.value !== undefined && hits.value.logstores.length > 0 ? byRule(hits.value.items) : undefined;
  const names = new Map(prefixLists.map((list) => [list.id, list]));
  return (
    <>
      <Notice>
        <p>{text.order[group.type]}</p>
        <p>{text.orderMore}</p>
      </Notice>
      <HitNotice hits={hits} vpcId={group.vpcId} />
      {(['ingress', 'egress'] as const).map((direction) => (
        <Section key={direction} title={text.directions[direction]}>
          <RuleTable group={group} direction={direction} nameOf={(id) => names.get(id)?.name ?? nameOf(id)} entriesOf={(id) => names.get(id)?.entries} flowLog={flowLog} hits={counts} />
        </Section>
      ))}
    </>
  );
}

function HitNotice({ hits, vpcId }: { hits: Asked<Hits>; vpcId: string }) {
  const text = useTexts(groupTexts);
  const format = useFormat();
  if (hits.problem?.status === 404) return <p class="hint">{text.noHits}</p>;
  if (hits.problem) return <ProblemNotice problem={hits.problem} retry={hits.reload} />;
  if (hits.value === undefined) return <Loading label={text.countingHits} />;
  if (hits.value.logstores.length === 0) return <p class="hint">{text.notLogged} <a href={href(['flowlogs', 'create'], { for: `VPC/${vpcId}` })}>{text.createFlowLog}</a></p>;
  return <p class="hint">{text.hitsOf(format.time(hits.value.from), format.time(hits.value.to))}</p>;
}
