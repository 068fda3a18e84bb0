import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Blocks, FlowLinks, Identity, Since } from './cells';
import type { TabProperties } from './tab';
import { Ref } from './Ref';
import type { VSwitch } from './resources';
import { ResourceTab } from './ResourceTab';
import { networkTexts } from './texts';
import { vswitchForm } from './vswitchForm';

export function VSwitchTab({ route, network, onChanged }: TabProperties) {
  const text = useTexts(networkTexts);
  return (
    <ResourceTab<VSwitch, ReturnType<typeof vswitchForm.values>>
      route={route}
      title={text.tabs.vswitches}
      kind={text.kinds.vswitch}
      form={vswitchForm}
      network={network}
      filters={['vpcId', 'zoneId']}
      empty={text.empty.vswitches}
      start={{ vpcId: route.params.get('vpcId') ?? (network.vpcs.length === 1 ? network.vpcs[0]?.id ?? '' : '') }}
      onChanged={onChanged}
      columns={[
        { name: 'name', title: text.name, cell: (vswitch) => <Identity resource={vswitch} /> },
        { name: 'blocks', title: text.blocks, cell: (vswitch) => <Blocks blocks={[vswitch.cidrBlock, vswitch.ipv6CidrBlock]} /> },
        { name: 'vpc', title: 'VPC', cell: (vswitch) => <Ref id={vswitch.vpcId} name={network.nameOf(vswitch.vpcId)} /> },
        { name: 'zone', title: text.zone, minor: true, cell: (vswitch) => vswitch.zoneId ?? '—' },
        { name: 'has', title: text.has, cell: (vswitch) => <a href={href(['network', 'enis'], { vswitchId: vswitch.id })}>{text.tabs.enis}</a> },
        { name: 'created', title: text.created, minor: true, cell: (vswitch) => <Since resource={vswitch} /> },
      ]}
      links={(vswitch) => <FlowLinks network={network} place={{ vpcId: vswitch.vpcId, vswitchId: vswitch.id }} query={`vswitch-id: ${vswitch.id}`} type="VSwitch" id={vswitch.id} />}
    />
  );
}
