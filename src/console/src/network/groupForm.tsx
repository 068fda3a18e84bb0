import { useTexts } from '../app/preferences';
import { RadioField, SelectField } from '../ui/Field';
import { choiceOf } from './choices';
import { named, NameFields } from './commonFields';
import { given, type Form } from './form';
import type { SecurityGroup } from './resources';
import { networkTexts } from './texts';

type Values = { name: string; description: string; vpcId: string; type: string; innerAccessPolicy: string };

/** A group without its rules, which have an editor of their own. */
export const groupForm: Form<SecurityGroup, Values> = {
  path: 'securitygroups',
  choosesFromNetwork: true,
  fields: ['name', 'description', 'vpcId', 'type', 'innerAccessPolicy'],
  values: (group) => ({ ...named(group), vpcId: group?.vpcId ?? '', type: group?.type ?? 'normal', innerAccessPolicy: group?.innerAccessPolicy ?? 'accept' }),
  body: ({ name, description, vpcId, type, innerAccessPolicy }, editing) => {
    const inner = type === 'normal' ? { innerAccessPolicy } : {};
    return editing ? { name: name.trim(), description: description.trim(), ...inner } : { name: given(name), description: given(description), vpcId: given(vpcId), type, ...inner };
  },
  Fields: ({ values, set, errors, editing, network }) => {
    const text = useTexts(networkTexts);
    return (
      <>
        <SelectField label="VPC" value={values.vpcId} onChange={(vpcId) => set({ vpcId })} choices={network.vpcs.map(choiceOf)} empty={text.choose} errors={errors('vpcId')} hint={editing ? text.fixed : undefined} required={!editing} disabled={editing} />
        <NameFields values={values} set={set} errors={errors} />
        <RadioField label={text.type} value={values.type} onChange={(type) => set({ type })} errors={errors('type')} hint={editing ? text.fixed : text.groupTypeHints[values.type === 'enterprise' ? 'enterprise' : 'normal']} choices={(['normal', 'enterprise'] as const).map((value) => ({ value, text: text.groupTypes[value], disabled: editing && value !== values.type }))} />
        {values.type === 'normal' && <RadioField label={text.innerAccess} value={values.innerAccessPolicy} onChange={(innerAccessPolicy) => set({ innerAccessPolicy })} errors={errors('innerAccessPolicy')} hint={text.innerAccessHint} choices={(['accept', 'drop'] as const).map((value) => ({ value, text: text.innerAccessChoices[value] }))} />}
      </>
    );
  },
};
