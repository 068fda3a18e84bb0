import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { Errors, type Choice } from './Field';
import { kitTexts } from './texts';

type Properties = { label: string; values: string[]; onChange: (values: string[]) => void; choices: Choice[]; errors?: string[]; hint?: ComponentChildren; empty?: string; required?: boolean };

/** Any of several choices; a long list has a box to narrow it, in which what is chosen stays. */
export function CheckList({ label, values, onChange, choices, errors = [], hint, empty, required }: Properties) {
  const id = useId();
  const texts = useTexts(kitTexts);
  const [wanted, setWanted] = useState('');
  const shown = choices.filter((choice) => values.includes(choice.value) || choice.text.toLowerCase().includes(wanted.toLowerCase()));
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-errors` : ''].filter((part) => part !== '').join(' ');
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <fieldset class={`field${errors.length > 0 ? ' wrong' : ''}`} aria-describedby={described === '' ? undefined : described}>
      <legend>{label}{required && <span class="required" title={texts.required} aria-hidden="true"> *</span>}</legend>
      {choices.length > 8 && <input type="search" aria-label={`${texts.filter}: ${label}`} value={wanted} placeholder={texts.filter} onInput={(event) => setWanted(event.currentTarget.value)} />}
      <div class="check-list">
        {shown.map((choice) => (
          <label key={choice.value} class="choice">
            <input type="checkbox" checked={values.includes(choice.value)} disabled={choice.disabled} onChange={() => toggle(choice.value)} />
            <span>{choice.text}</span>
          </label>
        ))}
        {choices.length === 0 && empty && <span class="hint">{empty}</span>}
      </div>
      {hint && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      <Errors id={`${id}-errors`} errors={errors} />
    </fieldset>
  );
}
