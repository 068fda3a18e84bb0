import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { FlowLinks, Identity, Since } from './cells';
import { groupForm } from './groupForm';
import type { TabProperties } from './tab';
import { Ref } from './Ref';
import type { SecurityGroup } from './resources';
import { ResourceTab } from './ResourceTab';
import { networkTexts } from './texts';

export function GroupTab({ route, network, onChanged }: TabProperties) {
  const text = useTexts(networkTexts);
  return (
    <ResourceTab<SecurityGroup, ReturnType<typeof groupForm.values>>
      route={route}
      title={text.tabs.securitygroups}
      kind={text.kinds.group}
      form={groupForm}
      network={network}
      filters={['vpcId', 'type']}
      empty={text.empty.securitygroups}
      start={{ vpcId: route.params.get('vpcId') ?? (network.vpcs.length === 1 ? network.vpcs[0]?.id ?? '' : '') }}
      onChanged={onChanged}
      columns={[
        { name: 'name', title: text.name, cell: (group) => <Identity resource={group} to={href(['network', 'securitygroups', group.id])} /> },
        { name: 'type', title: text.type, cell: (group) => text.groupTypes[group.type] },
        { name: 'rules', title: text.rules, cell: (group) => text.ruleCounts(group.rules.filter((rule) => rule.direction === 'ingress').length, group.rules.filter((rule) => rule.direction === 'egress').length) },
        { name: 'version', title: text.version, align: 'end', minor: true, cell: (group) => <a href={href(['network', 'securitygroups', group.id], { tab: 'versions' })}>{group.version}</a> },
        { name: 'vpc', title: 'VPC', minor: true, cell: (group) => <Ref id={group.vpcId} name={network.nameOf(group.vpcId)} /> },
        { name: 'has', title: text.members, cell: (group) => <a href={href(['network', 'enis'], { securityGroupId: group.id })}>{text.tabs.enis}</a> },
        { name: 'created', title: text.created, minor: true, cell: (group) => <Since resource={group} /> },
      ]}
      links={(group) => {
        const ids = group.rules.map((rule) => rule.id);
        return ids.length === 0 ? null : <FlowLinks network={network} place={{ vpcId: group.vpcId }} query={ids.slice(0, 40).map((id) => `rule-id: ${id}`).join(' OR ')} id={group.id} />;
      }}
    />
  );
}
