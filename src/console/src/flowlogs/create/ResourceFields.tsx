import { useTexts } from '../../app/preferences';
import { href } from '../../app/routes';
import { RadioField } from '../../ui/Field';
import { Loading, Notice, ProblemNotice } from '../../ui/Notice';
import { Picker } from '../../ui/Picker';
import type { Asked } from '../../ui/asked';
import { resourceTypes, type ResourceType } from '../flowLog';
import { optionsOf, type Inventory } from '../inventory';
import type { Proposal } from './proposal';
import { createTexts } from './texts';

/** What the flow log is about, picked from the inventory. */
export function ResourceFields({ proposal, onChange, inventory, problemsOf }: { proposal: Proposal; onChange: (changes: Partial<Proposal>) => void; inventory: Asked<Inventory>; problemsOf: (field: string) => string[] }) {
  const text = useTexts(createTexts);
  const type = proposal.resourceType;
  const options = inventory.value && optionsOf(inventory.value, type);
  return (
    <>
      <RadioField label={text.resourceType} value={type} onChange={(value) => onChange({ resourceType: value as ResourceType, resourceId: '' })} choices={resourceTypes.map((value) => ({ value, text: text.types[value] }))} hint={text.typeHints[type]} errors={problemsOf('resourceType')} />
      {options === undefined
        ? inventory.problem ? <ProblemNotice problem={inventory.problem} retry={inventory.reload} /> : <Loading />
        : <Picker label={text.resource} required options={options} value={proposal.resourceId} onChange={(resourceId) => onChange({ resourceId })} errors={problemsOf('resourceId')} />}
      {options?.length === 0 && <Notice kind="warning">{text.noResource(text.types[type])} <a href={href(['network'])}>{text.toNetwork}</a></Notice>}
    </>
  );
}
