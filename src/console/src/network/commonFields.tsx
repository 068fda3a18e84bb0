import { useTexts } from '../app/preferences';
import { TextField } from '../ui/Field';
import type { FieldsProperties } from './form';
import type { Resource } from './resources';
import { networkTexts } from './texts';

export type Named = { name: string; description: string };

export const named = (resource: Resource | undefined): Named => ({ name: resource?.name ?? '', description: resource?.description ?? '' });

/** Name and description, which every resource has. */
export function NameFields<V extends Named>({ values, set, errors }: Pick<FieldsProperties<V>, 'values' | 'set' | 'errors'>) {
  const text = useTexts(networkTexts);
  return (
    <>
      <TextField label={text.name} value={values.name} onChange={(name) => set({ name } as Partial<V>)} errors={errors('name')} hint={text.nameHint} autoFocus />
      <TextField label={text.description} value={values.description} onChange={(description) => set({ description } as Partial<V>)} errors={errors('description')} />
    </>
  );
}
