import { useTexts } from '../app/preferences';
import { TextArea } from '../ui/Field';
import { named, NameFields } from './commonFields';
import { given, lines, type Form } from './form';
import type { PrefixList } from './resources';
import { networkTexts } from './texts';

type Values = { name: string; description: string; entries: string };

export const prefixListForm: Form<PrefixList, Values> = {
  path: 'prefixlists',
  fields: ['name', 'description', 'entries'],
  values: (list) => ({ ...named(list), entries: list?.entries.join('\n') ?? '' }),
  body: ({ name, description, entries }, editing) => (editing
    ? { name: name.trim(), description: description.trim(), entries: lines(entries) }
    : { name: given(name), description: given(description), entries: lines(entries) }),
  Fields: ({ values, set, errors }) => {
    const text = useTexts(networkTexts);
    return (
      <>
        <NameFields values={values} set={set} errors={errors} />
        <TextArea label={text.entries} value={values.entries} onChange={(entries) => set({ entries })} errors={errors('entries')} hint={text.entriesHint} rows={6} required />
      </>
    );
  },
};
