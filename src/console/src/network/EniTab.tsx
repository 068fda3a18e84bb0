import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Badge } from '../ui/Page';
import { Blocks, FlowLinks, Identity } from './cells';
import { EniDetail } from './EniDetail';
import { eniForm } from './eniForm';
import { eniTexts } from './eniTexts';
import type { TabProperties } from './tab';
import { Ref } from './Ref';
import type { Eni } from './resources';
import { ResourceTab } from './ResourceTab';
import { networkTexts } from './texts';
import { useFragment } from './useFragment';

export function EniTab({ route, network, onChanged }: TabProperties) {
  const common = useTexts(networkTexts);
  const text = useTexts(eniTexts);
  const change = useFragment(route);
  const shown = route.params.get('eni');
  const here = (eni: Eni) => href(route.path, { ...Object.fromEntries(route.params), eni: eni.id });
  return (
    <>
      <ResourceTab<Eni, ReturnType<typeof eniForm.values>>
        route={route}
        title={common.tabs.enis}
        kind={common.kinds.eni}
        form={eniForm}
        network={network}
        filters={['vpcId', 'vswitchId', 'securityGroupId', 'instanceId']}
        empty={common.empty.enis}
        start={{ vswitchId: route.params.get('vswitchId') ?? '', securityGroupIds: route.params.has('vswitchId') && route.params.has('securityGroupId') ? [route.params.get('securityGroupId') ?? ''] : [] }}
        onChanged={onChanged}
        columns={[
          { name: 'name', title: common.name, cell: (eni) => <Identity resource={eni} to={here(eni)} /> },
          { name: 'addresses', title: text.addresses, cell: (eni) => <Blocks blocks={[...eni.privateIpAddresses, ...(eni.ipv6Addresses ?? [])].slice(0, 4)} /> },
          { name: 'vswitch', title: common.kinds.vswitch, minor: true, cell: (eni) => <Ref id={eni.vswitchId} name={network.nameOf(eni.vswitchId)} /> },
          { name: 'groups', title: common.tabs.securitygroups, minor: true, cell: (eni) => eni.securityGroupIds.map((id) => <div key={id}><Ref id={id} name={network.nameOf(id)} /></div>) },
          { name: 'source', title: text.source, minor: true, cell: (eni) => <Badge tone={eni.trafficSource.type === 'none' ? 'warning' : 'neutral'}>{text.sources[eni.trafficSource.type]}</Badge> },
        ]}
        links={(eni) => <FlowLinks network={network} place={{ vpcId: eni.vpcId, vswitchId: eni.vswitchId, eniId: eni.id }} query={`eni-id: ${eni.id}`} type="ENI" id={eni.id} />}
      />
      {shown !== null && <EniDetail id={shown} network={network} onClose={() => change({ eni: undefined })} />}
    </>
  );
}
