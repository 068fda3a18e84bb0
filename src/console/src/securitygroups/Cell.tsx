import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Wiring = { 'aria-label': string; 'aria-invalid': 'true' | undefined; 'aria-describedby': string | undefined };

/** An input in a table with what is wrong under it. */
export function Cell({ label, errors = [], children }: { label: string; errors?: string[]; children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const wrong = errors.length > 0;
  return (
    <>
      {children({ 'aria-label': label, 'aria-invalid': wrong ? 'true' : undefined, 'aria-describedby': wrong ? id : undefined })}
      {wrong && <ul class="errors" id={id}>{errors.map((error) => <li key={error}>{error}</li>)}</ul>}
    </>
  );
}

type TextProperties = { label: string; errors?: string[]; value: string; onChange: (value: string) => void; list?: string; placeholder?: string; className?: string };

export function TextCell({ label, errors, value, onChange, list, placeholder, className }: TextProperties) {
  return <Cell label={label} errors={errors}>{(wiring) => <input {...wiring} class={className} value={value} list={list} placeholder={placeholder} autocomplete="off" spellcheck={false} onInput={(event) => onChange(event.currentTarget.value)} />}</Cell>;
}

type SelectProperties<T extends string> = { label: string; errors?: string[]; value: T; onChange: (value: T) => void; choices: { value: T; text: string }[] };

export function SelectCell<T extends string>({ label, errors, value, onChange, choices }: SelectProperties<T>) {
  return (
    <Cell label={label} errors={errors}>
      {(wiring) => <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>{choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.text}</option>)}</select>}
    </Cell>
  );
}
