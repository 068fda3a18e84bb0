import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import type { CellErrors } from './cellErrors';
import type { Choices } from './choices';
import type { DraftRule } from './draft';
import { duplicated } from './draft';
import { moved, places } from './move';
import { RuleRow } from './RuleRow';
import { groupTexts } from './texts';

type Properties = Choices & { rules: DraftRule[]; errors: CellErrors; onChange: (rules: DraftRule[]) => void };

/** Every rule of the draft with its inputs. */
export function RuleRows({ rules, errors, onChange, ...choices }: Properties) {
  const text = useTexts(groupTexts);
  const place = places(rules);
  const table = useRef<HTMLTableElement>(null);
  const focus = useRef<string>(undefined);
  // A row that was moved or made takes the focus along.
  useEffect(() => {
    if (focus.current === undefined) return;
    table.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = undefined;
  });
  const count = useRef(rules.length);
  useEffect(() => {
    if (rules.length > count.current) [...(table.current?.querySelectorAll<HTMLElement>('tbody tr[data-new] input') ?? [])].at(-1)?.closest('tr')?.querySelector<HTMLElement>('select, input')?.focus();
    count.current = rules.length;
  }, [rules.length]);
  const move = (key: string, by: -1 | 1) => {
    const next = moved(rules, key, by);
    if (next === undefined) return;
    focus.current = `[data-key="${key}"] [data-move="${by}"]`;
    onChange(next);
  };
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={text.tabs.edit}>
      <table class="table compact rule-editor" ref={table}>
        <caption class="unseen">{text.tabs.edit}</caption>
        <thead>
          <tr>
            <th scope="col" class="end">#</th>
            {[text.direction, text.policy, text.protocol, text.ports, text.peer, text.priority, text.description, text.actions].map((title) => <th key={title} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleRow
              key={rule.key}
              rule={rule}
              place={place.get(rule.key) ?? 0}
              errors={errors.get(rule.key) ?? {}}
              choices={choices}
              onChange={(next) => onChange(rules.map((each) => (each.key === rule.key ? next : each)))}
              onDuplicate={() => onChange(duplicated(rules, rule.key))}
              onDelete={() => onChange(rules.filter((each) => each.key !== rule.key))}
              onMove={(by) => move(rule.key, by)}
              canMove={(by) => moved(rules, rule.key, by) !== undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
