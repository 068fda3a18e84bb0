import { useTexts } from '../app/preferences';
import { Identity, Since } from './cells';
import { Entries } from './Entries';
import type { TabProperties } from './tab';
import { prefixListForm } from './prefixListForm';
import { Ref } from './Ref';
import type { PrefixList } from './resources';
import { ResourceTab } from './ResourceTab';
import { rulesNaming } from './rulesNaming';
import { networkTexts } from './texts';

export function PrefixListTab({ route, network, onChanged }: TabProperties) {
  const text = useTexts(networkTexts);
  return (
    <ResourceTab<PrefixList, ReturnType<typeof prefixListForm.values>>
      route={route}
      title={text.tabs.prefixlists}
      kind={text.kinds.prefixlist}
      form={prefixListForm}
      network={network}
      filters={[]}
      empty={text.empty.prefixlists}
      onChanged={onChanged}
      columns={[
        { name: 'name', title: text.name, cell: (list) => <Identity resource={list} /> },
        { name: 'entries', title: text.entries, cell: (list) => <Entries entries={list.entries} /> },
        { name: 'named', title: text.namedBy, cell: (list) => rulesNaming(network.groups, list.id).map((group) => <div key={group.id}><Ref id={group.id} name={group.name} /></div>) },
        { name: 'created', title: text.created, minor: true, cell: (list) => <Since resource={list} /> },
      ]}
    />
  );
}
