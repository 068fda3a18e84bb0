import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { both, useTexts } from '../app/preferences';
import { Field } from './Field';
import { matching, moved, shownOf, type PickerOption } from './pickerMatch';
import './picker.css';

const most = 100;

const texts = both(
  { placeholder: 'Name, id or address', none: 'Nothing fits.', further: (count: number) => `${count} more; type to narrow them down.`, found: (count: number) => (count === 1 ? '1 fits' : `${count} fit`) },
  { placeholder: '名称、ID 或地址', none: '没有匹配项。', further: (count: number) => `还有 ${count} 项，请输入更多内容以缩小范围。`, found: (count: number) => `${count} 项匹配` },
);

type Properties = { label: string; value: string; onChange: (id: string) => void; options: PickerOption[]; hint?: string; errors?: string[] | undefined; required?: boolean; disabled?: boolean; placeholder?: string };

/** Picks one of many by typing a part of its name, its id or its addresses: a combobox with a list, by keyboard or mouse. */
export function Picker({ label, value, onChange, options, placeholder, ...shared }: Properties) {
  const text = useTexts(texts);
  const listId = useId();
  const picked = options.find((option) => option.id === value);
  const [query, setQuery] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const fitting = matching(options, query ?? '');
  const shown = fitting.slice(0, most);
  useEffect(() => {
    if (open) (list.current?.querySelector('.active') ?? list.current)?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  const show = () => {
    setOpen(true);
    setActive(query === undefined ? shown.findIndex((option) => option.id === value) : -1);
  };
  const close = () => {
    setOpen(false);
    setQuery(undefined);
    setActive(-1);
  };
  const pick = (option: PickerOption) => {
    onChange(option.id);
    close();
  };
  const type = (typed: string) => {
    setQuery(typed);
    setOpen(true);
    setActive(typed.trim() === '' ? -1 : 0);
    if (typed === '') onChange('');
  };
  const press = (event: KeyboardEvent) => {
    const option = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (open) setActive(moved(active, event.key === 'ArrowDown' ? 1 : -1, shown.length));
      else show();
    } else if (event.key === 'Enter' && open) {
      if (option) pick(option);
    } else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  };
  return (
    <Field label={label} {...shared}>
      {(wiring) => (
        <div class="picker">
          <input
            {...wiring}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
            autocomplete="off"
            spellcheck={false}
            placeholder={placeholder ?? text.placeholder}
            value={query ?? shownOf(picked)}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
            onClick={() => !open && show()}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={close}
          />
          <span class="unseen" role="status">{open && query !== undefined ? text.found(fitting.length) : ''}</span>
          <ul ref={list} id={listId} role="listbox" aria-label={label} class="picker-list" hidden={!open} onMouseDown={(event) => event.preventDefault()}>
            {open && shown.map((option, index) => (
              <li key={option.id} id={`${listId}-${index}`} role="option" aria-selected={option.id === value} class={index === active ? 'active' : undefined} onClick={() => pick(option)}>
                {option.name !== '' && <>{option.name} </>}<code>{option.id}</code>
                {option.detail && <span class="picker-detail">{option.detail}</span>}
              </li>
            ))}
            {open && shown.length < fitting.length && <li class="picker-note" role="presentation">{text.further(fitting.length - shown.length)}</li>}
            {open && fitting.length === 0 && <li class="picker-note" role="presentation">{text.none}</li>}
          </ul>
        </div>
      )}
    </Field>
  );
}
