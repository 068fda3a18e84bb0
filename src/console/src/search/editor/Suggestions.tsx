import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import type { Suggestion } from '../query/suggestions';
import { editorTexts } from './texts';

type Properties = { id: string; items: Suggestion[]; active: number; place: { left: number; bottom: number }; onTake: (item: Suggestion) => void };

/** The list of what may be written, below the place where it would stand. The focus stays in the editor. */
export function Suggestions({ id, items, active, place, onTake }: Properties) {
  const text = useTexts(editorTexts);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, items]);
  return (
    <ul ref={list} id={id} class="suggestions" role="listbox" aria-label={text.suggestions} style={{ '--left': `${place.left}px`, top: `${place.bottom + 4}px` }}>
      {items.map((item, index) => (
        <li
          key={`${item.kind} ${item.text}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(item);
          }}
        >
          <span class="suggestion-text">{item.text}</span>
          <span class="suggestion-kind">{text.kinds[item.kind]}</span>
          {item.detail && <span class="suggestion-detail">{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
