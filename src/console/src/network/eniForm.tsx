import { useTexts } from '../app/preferences';
import { CheckList } from '../ui/CheckList';
import { SelectField, TextArea, TextField } from '../ui/Field';
import { choiceOf } from './choices';
import { named, NameFields } from './commonFields';
import { eniTexts } from './eniTexts';
import { given, lines, type FieldsProperties, type Form } from './form';
import type { Eni } from './resources';
import { SourceFields } from './SourceFields';
import { sourceBody, sourceValues, type SourceValues } from './sourceValues';
import { networkTexts } from './texts';

export type EniValues = SourceValues & { name: string; description: string; vswitchId: string; securityGroupIds: string[]; privateIpAddresses: string; ipv6Addresses: string; instanceId: string; macAddress: string };

export const eniForm: Form<Eni, EniValues> = {
  path: 'enis',
  choosesFromNetwork: true,
  wide: true,
  fields: ['name', 'description', 'vswitchId', 'securityGroupIds', 'privateIpAddresses', 'ipv6Addresses', 'instanceId', 'macAddress', 'trafficSource.type', 'trafficSource.seed', 'trafficSource.flowsPerMinute', 'trafficSource.interface', 'trafficSource.interfaceId', 'trafficSource.samplingRate', 'trafficSource.insideTunnels'],
  values: (eni) => ({
    ...named(eni),
    ...sourceValues(eni?.trafficSource),
    vswitchId: eni?.vswitchId ?? '',
    securityGroupIds: eni?.securityGroupIds ?? [],
    privateIpAddresses: eni?.privateIpAddresses.join('\n') ?? '',
    ipv6Addresses: eni?.ipv6Addresses?.join('\n') ?? '',
    instanceId: eni?.instanceId ?? '',
    macAddress: eni?.macAddress ?? '',
  }),
  body: (values, editing) => eniBody(values, editing),
  Fields: (properties) => <EniFields {...properties} />,
};

/** On creation what is empty is left out, so that the API chooses; on a change it is said, so that it becomes empty. */
export function eniBody(values: EniValues, editing: boolean): object {
  const text = (value: string) => (editing ? value.trim() : given(value));
  const list = (value: string) => (editing || lines(value).length > 0 ? lines(value) : undefined);
  return {
    name: text(values.name),
    description: text(values.description),
    vswitchId: editing ? undefined : given(values.vswitchId),
    securityGroupIds: values.securityGroupIds,
    privateIpAddresses: list(values.privateIpAddresses),
    ipv6Addresses: list(values.ipv6Addresses),
    instanceId: text(values.instanceId),
    macAddress: text(values.macAddress),
    trafficSource: sourceBody(values),
  };
}

function EniFields({ values, set, errors, editing, network }: FieldsProperties<EniValues>) {
  const common = useTexts(networkTexts);
  const text = useTexts(eniTexts);
  const vswitch = network.vswitches.find((each) => each.id === values.vswitchId);
  const groups = network.groups.filter((group) => group.vpcId === vswitch?.vpcId);
  // Groups of another VPC than the chosen VSwitch's go.
  const choose = (vswitchId: string) => {
    const vpcId = network.vswitches.find((each) => each.id === vswitchId)?.vpcId;
    const fitting = new Set(network.groups.filter((group) => group.vpcId === vpcId).map((group) => group.id));
    set({ vswitchId, securityGroupIds: values.securityGroupIds.filter((id) => fitting.has(id)) });
  };
  const choices = network.vswitches.map((each) => ({ ...choiceOf(each), text: `${network.nameOf(each.vpcId) || each.vpcId} / ${choiceOf(each).text}` }));
  return (
    <>
      <SelectField label={common.kinds.vswitch} value={values.vswitchId} onChange={choose} choices={choices} empty={common.choose} errors={errors('vswitchId')} hint={editing ? common.fixed : undefined} required={!editing} disabled={editing} />
      <CheckList
        label={common.tabs.securitygroups}
        values={values.securityGroupIds}
        onChange={(securityGroupIds) => set({ securityGroupIds })}
        choices={groups.map((group) => ({ ...choiceOf(group), text: `${choiceOf(group).text} · ${common.groupTypes[group.type]}` }))}
        errors={errors('securityGroupIds')}
        hint={text.groupsHint}
        empty={vswitch === undefined ? text.chooseVSwitchFirst : text.noGroups}
        required
      />
      <div class="form-row"><NameFields values={values} set={set} errors={errors} /></div>
      <div class="form-row">
        <TextArea label={text.privateIps} value={values.privateIpAddresses} onChange={(privateIpAddresses) => set({ privateIpAddresses })} errors={errors('privateIpAddresses')} hint={editing ? text.privateIpsHint(vswitch?.cidrBlock) : `${text.privateIpsHint(vswitch?.cidrBlock)} ${text.privateIpsChosen}`} />
        <TextArea label={text.ipv6s} value={values.ipv6Addresses} onChange={(ipv6Addresses) => set({ ipv6Addresses })} errors={errors('ipv6Addresses')} hint={vswitch?.ipv6CidrBlock === undefined ? text.noIpv6 : common.within(vswitch.ipv6CidrBlock)} />
      </div>
      <div class="form-row">
        <TextField label={text.instance} value={values.instanceId} onChange={(instanceId) => set({ instanceId })} errors={errors('instanceId')} placeholder="i-bp1k3x9w2m5q7r4t8" hint={text.instanceHint} />
        <TextField label={text.mac} value={values.macAddress} onChange={(macAddress) => set({ macAddress })} errors={errors('macAddress')} placeholder="00:16:3e:0a:0b:0c" hint={common.optional} />
      </div>
      <SourceFields values={values} set={set} errors={errors} />
    </>
  );
}
