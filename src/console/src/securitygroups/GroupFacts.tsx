import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Ref } from '../network/Ref';
import type { SecurityGroup } from '../network/resources';
import { rulesNaming } from '../network/rulesNaming';
import { networkTexts } from '../network/texts';
import type { Network } from '../network/useNetwork';
import { useFormat, zoneName } from '../ui/format';
import { Facts, Section } from '../ui/Page';
import { groupTexts } from './texts';

export function GroupFacts({ group, network }: { group: SecurityGroup; network: Network }) {
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const format = useFormat();
  const naming = rulesNaming(network.groups, group.id).filter((other) => other.id !== group.id);
  const zone = zoneName();
  return (
    <Section title={text.facts}>
      <Facts
        facts={[
          ['ID', <span class="mono">{group.id}</span>],
          ['VPC', <Ref id={group.vpcId} name={network.nameOf(group.vpcId)} />],
          [common.type, <>{common.groupTypes[group.type]}<div class="hint">{common.groupTypeHints[group.type]}</div></>],
          ...(group.type === 'normal' ? [[common.innerAccess, common.innerAccessChoices[group.innerAccessPolicy ?? 'accept']] as [string, string]] : []),
          [common.version, <><a href={href(['network', 'securitygroups', group.id], { tab: 'versions' })}>{group.version}</a> {text.inForceSince(format.time(group.updatedAt))}</>],
          [common.created, `${format.time(group.createdAt)} (${zone})`],
          [common.namedBy, naming.length === 0 ? '—' : naming.map((other) => <div key={other.id}><Ref id={other.id} name={other.name} /></div>)],
        ]}
      />
    </Section>
  );
}
