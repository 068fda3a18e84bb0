import type { ComponentChild } from 'preact';
import { useTexts } from '../app/preferences';
import type { RulePolicy } from '../network/resources';
import { networkTexts } from '../network/texts';
import { compare, isSame, textOf, type RuleField, type RuleText } from './compare';
import { groupTexts } from './texts';

type Part = { rules: RuleText[]; innerAccessPolicy?: RulePolicy };

/** What became different between two versions, or would by a draft. */
export function Difference({ before, after, nameOf }: { before: Part; after: Part; nameOf: (id: string) => string }) {
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const { added, removed, changed, unchanged } = compare(before.rules, after.rules);
  const innerText = ({ innerAccessPolicy }: Part) => (innerAccessPolicy === undefined ? text.nothing : common.innerAccessChoices[innerAccessPolicy]);
  const inner = (before.innerAccessPolicy ?? '') !== (after.innerAccessPolicy ?? '');
  const read = (field: RuleField, value: string) => {
    if (field === 'policy') return text.policies[value === 'drop' ? 'drop' : 'accept'];
    if (value === '' || value === '-1/-1' || value === 'any') return value === '' ? text.nothing : text.any;
    return nameOf(value) === '' ? value : `${nameOf(value)} (${value})`;
  };
  const line = (rule: RuleText) => <RuleLine rule={rule} read={read} />;
  if (!inner && isSame({ added, removed, changed, unchanged })) return <p>{text.same}</p>;
  return (
    <div class="difference">
      {inner && <p>{text.innerAccess}: <del>{innerText(before)}</del> → <ins>{innerText(after)}</ins></p>}
      <Group title={text.added(added.length)} mark="+" kind="added">{added.map(line)}</Group>
      <Group title={text.removed(removed.length)} mark="−" kind="removed">{removed.map(line)}</Group>
      <Group title={text.changed(changed.length)} mark="~" kind="changed">
        {changed.map(({ rule, fields }) => (
          <>
            {line(rule)}
            <ul>{fields.map(({ field, before: was, after: is }) => <li key={field}>{text.fields[field]}: <del>{read(field, was)}</del> → <ins>{read(field, is)}</ins></li>)}</ul>
          </>
        ))}
      </Group>
      <p class="hint">{text.unchanged(unchanged)}</p>
    </div>
  );
}

function Group({ title, mark, kind, children }: { title: string; mark: string; kind: string; children: ComponentChild[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class={`difference-${kind}`}>{children.map((child, index) => <li key={index}><span class="difference-mark mono" aria-hidden="true">{mark}</span><div>{child}</div></li>)}</ul>
    </section>
  );
}

function RuleLine({ rule, read }: { rule: RuleText; read: (field: RuleField, value: string) => string }) {
  const text = useTexts(groupTexts);
  const values = textOf(rule);
  const arrow = rule.direction === 'ingress' ? '←' : '→';
  return (
    <span>
      {text.short[rule.direction]} · {read('policy', values.policy)} · {values.protocol} {values.portRange === '-1/-1' ? '' : values.portRange} <span aria-hidden="true">{arrow}</span> {read('peer', values.peer)} · {text.priority} {values.priority}
      {values.description !== '' && ` · ${values.description}`} {rule.id && <span class="mono faint">{rule.id}</span>}
    </span>
  );
}
