import { useTexts } from '../app/preferences';
import { TextField } from '../ui/Field';
import { named, NameFields } from './commonFields';
import { given, type Form } from './form';
import type { Vpc } from './resources';
import { networkTexts } from './texts';

type Values = { name: string; description: string; cidrBlock: string; ipv6CidrBlock: string };

export const vpcForm: Form<Vpc, Values> = {
  path: 'vpcs',
  fields: ['name', 'description', 'cidrBlock', 'ipv6CidrBlock'],
  values: (vpc) => ({ ...named(vpc), cidrBlock: vpc?.cidrBlock ?? '', ipv6CidrBlock: vpc?.ipv6CidrBlock ?? '' }),
  body: ({ name, description, cidrBlock, ipv6CidrBlock }, editing) => (editing
    ? { name: name.trim(), description: description.trim() }
    : { name: given(name), description: given(description), cidrBlock: given(cidrBlock), ipv6CidrBlock: given(ipv6CidrBlock) }),
  Fields: ({ values, set, errors, editing }) => {
    const text = useTexts(networkTexts);
    return (
      <>
        <NameFields values={values} set={set} errors={errors} />
        <div class="form-row">
          <TextField label={text.cidrBlock} value={values.cidrBlock} onChange={(cidrBlock) => set({ cidrBlock })} errors={errors('cidrBlock')} placeholder="10.0.0.0/16" hint={editing ? text.fixed : text.vpcBlockHint} required={!editing} disabled={editing} />
          <TextField label={text.ipv6CidrBlock} value={values.ipv6CidrBlock} onChange={(ipv6CidrBlock) => set({ ipv6CidrBlock })} errors={errors('ipv6CidrBlock')} placeholder="fd00:10::/56" hint={editing ? text.fixed : text.optional} disabled={editing} />
        </div>
      </>
    );
  },
};
