import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { Errors, TextField } from '../../ui/Field';
import type { Tag } from '../flowLog';
import { tagsOf } from './proposal';
import { createTexts } from './texts';

const most = 20;

/** Keys and values, a row each. */
export function TagsField({ rows, onChange, problemsOf }: { rows: Tag[]; onChange: (rows: Tag[]) => void; problemsOf: (field: string, exact?: 'exact') => string[] }) {
  const text = useTexts(createTexts);
  const { rowOf } = tagsOf(rows);
  const change = (row: number, changes: Partial<Tag>) => onChange(rows.map((tag, index) => (index === row ? { ...tag, ...changes } : tag)));
  // The API counts the tags that were sent; empty rows are not.
  const errors = (row: number, part: 'key' | 'value') => (rowOf.includes(row) ? problemsOf(`tags[${rowOf.indexOf(row)}].${part}`) : []);
  const whole = problemsOf('tags', 'exact');
  return (
    <fieldset class="field">
      <legend>{text.tags}</legend>
      {rows.map((tag, row) => (
        <div class="create-tag" key={row}>
          <TextField label={text.tagKey(row + 1)} value={tag.key} onChange={(key) => change(row, { key })} errors={errors(row, 'key')} />
          <TextField label={text.tagValue(row + 1)} value={tag.value} onChange={(value) => change(row, { value })} errors={errors(row, 'value')} />
          <Button kind="quiet" label={text.removeTag(row + 1)} onClick={() => onChange(rows.filter((_, index) => index !== row))}>✕</Button>
        </div>
      ))}
      <Errors errors={whole} />
      <div class="row">
        <Button size="small" disabled={rows.length >= most} onClick={() => onChange([...rows, { key: '', value: '' }])}>{text.addTag}</Button>
        <span class="hint">{text.tagsHint}</span>
      </div>
    </fieldset>
  );
}
