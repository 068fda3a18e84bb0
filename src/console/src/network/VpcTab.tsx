import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Blocks, FlowLinks, Identity, Since } from './cells';
import type { TabProperties } from './tab';
import type { Vpc } from './resources';
import { ResourceTab } from './ResourceTab';
import { networkTexts } from './texts';
import { vpcForm } from './vpcForm';

export function VpcTab({ route, network, onChanged }: TabProperties) {
  const text = useTexts(networkTexts);
  return (
    <ResourceTab<Vpc, ReturnType<typeof vpcForm.values>>
      route={route}
      title={text.tabs.vpcs}
      kind="VPC"
      form={vpcForm}
      network={network}
      filters={[]}
      empty={text.empty.vpcs}
      onChanged={onChanged}
      columns={[
        { name: 'name', title: text.name, cell: (vpc) => <Identity resource={vpc} /> },
        { name: 'blocks', title: text.blocks, cell: (vpc) => <Blocks blocks={[vpc.cidrBlock, vpc.ipv6CidrBlock]} /> },
        {
          name: 'has',
          title: text.has,
          cell: (vpc) => (
            <div class="ways">
              <a href={href(['network', 'vswitches'], { vpcId: vpc.id })}>{text.vswitchesOf(network.vswitches.filter((each) => each.vpcId === vpc.id).length)}</a>
              <a href={href(['network', 'enis'], { vpcId: vpc.id })}>{text.tabs.enis}</a>
              <a href={href(['network', 'securitygroups'], { vpcId: vpc.id })}>{text.groupsOf(network.groups.filter((each) => each.vpcId === vpc.id).length)}</a>
            </div>
          ),
        },
        { name: 'created', title: text.created, minor: true, cell: (vpc) => <Since resource={vpc} /> },
      ]}
      links={(vpc) => <FlowLinks network={network} place={{ vpcId: vpc.id }} query={`vpc-id: ${vpc.id}`} type="VPC" id={vpc.id} />}
    />
  );
}
