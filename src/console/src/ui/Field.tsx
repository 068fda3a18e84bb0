import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { kitTexts } from './texts';

type Shared = { label: string; hint?: ComponentChildren; errors?: string[] | undefined; required?: boolean; disabled?: boolean };

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined; required: boolean; disabled: boolean };

/** What is wrong, said as soon as it stands there. */
export function Errors({ id, errors }: { id?: string; errors: string[] }) {
  return errors.length === 0 ? null : <div id={id} role="alert"><ul class="errors">{errors.map((error) => <li key={error}>{error}</li>)}</ul></div>;
}

/** A label, its input, a hint and what is wrong, wired for screen readers. */
export function Field({ label, hint, errors = [], required, disabled, children }: Shared & { children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const texts = useTexts(kitTexts);
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-errors` : ''].filter((part) => part !== '').join(' ');
  return (
    <div class={`field${errors.length > 0 ? ' wrong' : ''}`}>
      <label for={id}>{label}{required && <span class="required" title={texts.required} aria-hidden="true"> *</span>}</label>
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': errors.length > 0 ? 'true' : undefined, required: required === true, disabled: disabled === true })}
      {hint && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      <Errors id={`${id}-errors`} errors={errors} />
    </div>
  );
}

type Value<T> = { value: T; onChange: (value: T) => void };

export function TextField({ value, onChange, placeholder, type = 'text', autoFocus, ...shared }: Shared & Value<string> & { placeholder?: string; type?: 'text' | 'password' | 'number' | 'datetime-local' | 'search'; autoFocus?: boolean }) {
  return (
    <Field {...shared}>
      {(wiring) => <input {...wiring} type={type as 'text'} value={value} placeholder={placeholder} autofocus={autoFocus} autocomplete="off" spellcheck={false} onInput={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}

export function TextArea({ value, onChange, rows = 3, ...shared }: Shared & Value<string> & { rows?: number }) {
  return <Field {...shared}>{(wiring) => <textarea {...wiring} rows={rows} value={value} onInput={(event) => onChange(event.currentTarget.value)} />}</Field>;
}

export type Choice = { value: string; text: string; disabled?: boolean };

export function SelectField({ value, onChange, choices, empty, ...shared }: Shared & Value<string> & { choices: Choice[]; empty?: string }) {
  return (
    <Field {...shared}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => <option key={choice.value} value={choice.value} disabled={choice.disabled}>{choice.text}</option>)}
        </select>
      )}
    </Field>
  );
}

/** A few choices side by side. */
export function RadioField({ label, value, onChange, choices, errors = [], hint }: Shared & Value<string> & { choices: Choice[] }) {
  const id = useId();
  return (
    <fieldset class={`field${errors.length > 0 ? ' wrong' : ''}`} aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}>
      <legend>{label}</legend>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input type="radio" name={id} value={choice.value} checked={choice.value === value} disabled={choice.disabled} onChange={() => onChange(choice.value)} />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
      {hint && <div class="hint">{hint}</div>}
      <Errors id={`${id}-errors`} errors={errors} />
    </fieldset>
  );
}

export function CheckField({ label, value, onChange, hint, errors = [], disabled }: Shared & Value<boolean>) {
  const id = useId();
  return (
    <div class={`field check${errors.length > 0 ? ' wrong' : ''}`}>
      <label>
        <input type="checkbox" checked={value} disabled={disabled} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
      {hint && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      <Errors errors={errors} />
    </div>
  );
}
