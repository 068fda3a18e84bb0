import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useMedia } from '../../ui/media';
import { contextAt } from '../query/completion';
import { fieldOf, type SearchLanguage } from '../query/language';
import { marksOf, type QueryProblem } from '../query/marks';
import type { Suggestion } from '../query/suggestions';
import { queryTokens } from '../query/tokens';
import type { Span } from '../types';
import { placeOf } from './caret';
import './editor.css';
import { piecesOf } from './pieces';
import { Problems } from './Problems';
import { Suggestions } from './Suggestions';
import { editorTexts } from './texts';
import { useCompletion } from './useCompletion';
import { useTopValues } from './useTopValues';

type Properties = { value: string; onChange: (value: string) => void; onRun: () => void; language: SearchLanguage; problems: QueryProblem[]; store: string; span: Span };

/**
 * A text area whose text is drawn by a layer behind it, in the same letters, with colours and wavy lines.
 * It stays a text area: selecting, undoing and input methods are the browser's.
 */
export function QueryEditor({ value, onChange, onRun, language, problems, store, span }: Properties) {
  const text = useTexts(editorTexts);
  const placeholder = useMedia('(width < 640px)') ? text.shortPlaceholder : text.placeholder;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [caret, showCaret] = useState(value.length);
  // Keys come faster than the page is drawn.
  const caretNow = useRef(value.length);
  const setCaret = (at: number) => showCaret((caretNow.current = at));
  const [wantsValues, setWantsValues] = useState(false);
  const [place, setPlace] = useState({ left: 0, bottom: 0 });
  const tokens = useMemo(() => queryTokens(value, language), [value, language]);
  const marks = useMemo(() => marksOf(value, problems), [value, problems]);
  const pieces = useMemo(() => piecesOf(value, tokens, marks), [value, tokens, marks]);
  const named = contextAt(value, caret, language);
  const topOf = wantsValues && named.kind === 'value' && named.field !== undefined ? fieldOf(language, named.field) : undefined;
  const values = useTopValues(store, span, topOf !== undefined && !isClosed(topOf.type) ? topOf.name : undefined);
  const completion = useCompletion(value, caret, language, values);
  const { open, items, active, context } = completion;
  useLayoutEffect(() => {
    if (open && layer.current && frame.current) setPlace(placeOf(layer.current, context.from, frame.current));
  }, [open, context.from, value]);

  const show = (chosen: boolean) => {
    setWantsValues(true);
    completion.show(chosen);
  };
  const hide = () => {
    setWantsValues(false);
    completion.hide();
  };
  const take = (item: Suggestion) => {
    const element = area.current;
    if (element === null) return;
    replace(element, context.from, context.to, item.insert);
    const at = context.from + item.insert.length - (item.back ?? 0);
    element.setSelectionRange(at, at);
    setCaret(at);
    if (item.more) show(false);
    else hide();
  };
  const follow = () => {
    const at = area.current?.selectionStart ?? 0;
    if (at === caretNow.current) return;
    setCaret(at);
    hide();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = items[active];
    const first = items[0];
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (open && chosen) return take(chosen);
      hide();
      onRun();
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      show(true);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      completion.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (open && event.key === 'Tab' && !event.shiftKey && (chosen ?? (context.typed === '' ? undefined : first))) {
      event.preventDefault();
      take((chosen ?? first) as Suggestion);
    }
  };
  return (
    <div class="editor">
      <label class="unseen" for={id}>{text.search}</label>
      <div ref={frame} class={`editor-frame${marks.length > 0 ? ' wrong' : ''}`}>
        <div class="editor-scroll">
          <div class="editor-layer" ref={layer} aria-hidden="true">
            {pieces.map((piece, index) => <span key={index} class={[piece.kind ? `token-${piece.kind}` : '', piece.mark ? 'token-wrong' : ''].join(' ').trim() || undefined}>{piece.text}</span>)}
            {value === '' && <span class="editor-room">{placeholder}</span>}
            {'\n'}
          </div>
          <textarea
            id={id}
            ref={area}
            class="editor-text"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={open ? `${id}-list` : undefined}
            aria-activedescendant={open && active >= 0 ? `${id}-list-${active}` : undefined}
            aria-describedby={`${id}-hint ${id}-problems`}
            aria-invalid={marks.length > 0 ? 'true' : undefined}
            value={value}
            rows={1}
            placeholder={placeholder}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            onInput={(event) => {
              const { value: next, selectionStart } = event.currentTarget;
              onChange(next);
              setCaret(selectionStart);
              const { kind, typed } = contextAt(next, selectionStart, language);
              const isWorth = kind === 'value' || typed !== '';
              if (isWorth && (open || event.inputType?.startsWith('insertText'))) show(false);
              else if (!isWorth) hide();
            }}
            onKeyDown={press}
            onKeyUp={follow}
            onClick={follow}
            onBlur={hide}
            onMouseMove={(event) => explain(event, layer.current, pieces.map((piece) => piece.mark?.message))}
          />
        </div>
        {open && <Suggestions id={`${id}-list`} items={items} active={active} place={place} onTake={take} />}
      </div>
      <p class="unseen" id={`${id}-hint`}>{text.hint}</p>
      <p class="unseen" aria-live="polite">{open ? text.found(items.length) : ''}</p>
      <Problems id={`${id}-problems`} problems={problems} />
    </div>
  );
}

const isClosed = (type: string): boolean => type === 'name';

/** Writes into the text area as if it were typed, so that it can be undone. */
function replace(element: HTMLTextAreaElement, from: number, to: number, text: string): void {
  element.focus();
  element.setSelectionRange(from, to);
  if (document.execCommand('insertText', false, text)) return;
  element.setRangeText(text, from, to, 'end');
  element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** What is wrong with the piece under the pointer becomes the text area's tooltip. */
function explain(event: MouseEvent & { currentTarget: HTMLTextAreaElement }, layer: HTMLElement | null, messages: (string | undefined)[]): void {
  const area = event.currentTarget;
  const index = messages.findIndex((message, at) => message !== undefined && [...(layer?.children[at]?.getClientRects() ?? [])].some((box) => box.left <= event.clientX && event.clientX <= box.right && box.top <= event.clientY && event.clientY <= box.bottom));
  area.title = messages[index] ?? '';
}
