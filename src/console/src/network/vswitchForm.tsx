import { useTexts } from '../app/preferences';
import { SelectField, TextField } from '../ui/Field';
import { choiceOf } from './choices';
import { named, NameFields } from './commonFields';
import { given, type Form } from './form';
import type { VSwitch } from './resources';
import { networkTexts } from './texts';

type Values = { name: string; description: string; vpcId: string; cidrBlock: string; ipv6CidrBlock: string; zoneId: string };

export const vswitchForm: Form<VSwitch, Values> = {
  path: 'vswitches',
  choosesFromNetwork: true,
  fields: ['name', 'description', 'vpcId', 'cidrBlock', 'ipv6CidrBlock', 'zoneId'],
  values: (vswitch) => ({ ...named(vswitch), vpcId: vswitch?.vpcId ?? '', cidrBlock: vswitch?.cidrBlock ?? '', ipv6CidrBlock: vswitch?.ipv6CidrBlock ?? '', zoneId: vswitch?.zoneId ?? '' }),
  body: ({ name, description, vpcId, cidrBlock, ipv6CidrBlock, zoneId }, editing) => (editing
    ? { name: name.trim(), description: description.trim() }
    : { name: given(name), description: given(description), vpcId: given(vpcId), cidrBlock: given(cidrBlock), ipv6CidrBlock: given(ipv6CidrBlock), zoneId: given(zoneId) }),
  Fields: ({ values, set, errors, editing, network }) => {
    const text = useTexts(networkTexts);
    const vpc = network.vpcs.find((each) => each.id === values.vpcId);
    const within = vpc === undefined ? text.blockHint : text.within(vpc.cidrBlock);
    const within6 = vpc?.ipv6CidrBlock === undefined ? text.optional : text.within(vpc.ipv6CidrBlock);
    return (
      <>
        <SelectField label="VPC" value={values.vpcId} onChange={(vpcId) => set({ vpcId })} choices={network.vpcs.map(choiceOf)} empty={text.choose} errors={errors('vpcId')} hint={editing ? text.fixed : undefined} required={!editing} disabled={editing} />
        <NameFields values={values} set={set} errors={errors} />
        <div class="form-row">
          <TextField label={text.cidrBlock} value={values.cidrBlock} onChange={(cidrBlock) => set({ cidrBlock })} errors={errors('cidrBlock')} placeholder="10.0.1.0/24" hint={editing ? text.fixed : within} required={!editing} disabled={editing} />
          <TextField label={text.ipv6CidrBlock} value={values.ipv6CidrBlock} onChange={(ipv6CidrBlock) => set({ ipv6CidrBlock })} errors={errors('ipv6CidrBlock')} placeholder="fd00:10:0:1::/64" hint={editing ? text.fixed : within6} disabled={editing} />
        </div>
        <TextField label={text.zone} value={values.zoneId} onChange={(zoneId) => set({ zoneId })} errors={errors('zoneId')} placeholder="cn-hangzhou-h" hint={editing ? text.fixed : text.optional} disabled={editing} />
      </>
    );
  },
};
