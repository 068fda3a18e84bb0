import { useEffect, useState } from 'preact/hooks';
import { at } from '../api/api';
import { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import type { RuleDirection, SecurityGroup } from '../network/resources';
import { networkTexts } from '../network/texts';
import type { Network } from '../network/useNetwork';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { RadioField } from '../ui/Field';
import { Empty, Notice, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { useProblemsOf } from '../ui/problems';
import { holds } from '../ui/standing';
import { cellErrors, stillWrong } from './cellErrors';
import { compare, isSame } from './compare';
import { Difference } from './Difference';
import { draftOf, newRule, rebased, toRule, type Draft } from './draft';
import { sorted } from './move';
import { RuleRows } from './RuleRows';
import { groupTexts } from './texts';
import type { GroupNow } from './useGroup';

type Properties = { now: GroupNow; network: Network; draft: Draft | undefined; onDraft: (draft: Draft | undefined) => void; onReload: () => void; onSaved: (version: number) => void };

/** The rules as a draft: nothing changes until it is saved. */
export function RuleEditor({ now, network, draft, onDraft, onReload, onSaved }: Properties) {
  const api = useApi();
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const group = now.value;
  const shown: Draft = draft ?? { base: group.version, rules: draftOf(group).rules };
  const innerNow = group.type === 'normal' ? (group.innerAccessPolicy ?? 'accept') : undefined;
  const innerThen = group.type === 'normal' ? (shown.innerAccessPolicy ?? innerNow) : undefined;
  const [sent, setSent] = useState<Pick<Draft, 'rules' | 'innerAccessPolicy'>>({ rules: [] });
  const after = shown.rules.map(toRule);
  const inner = innerThen !== innerNow;
  const changed = inner || !isSame(compare(group.rules, after));
  const save = useTask(async () => {
    setSent({ rules: shown.rules, innerAccessPolicy: innerThen });
    const path = at`securitygroups/${group.id}`;
    const result = inner
      ? await api.change<SecurityGroup>('PATCH', path, { rules: after, innerAccessPolicy: innerThen }, { ifMatch: now.etag })
      : await api.change<SecurityGroup>('PUT', `${path}/rules`, { rules: after }, { ifMatch: now.etag });
    onDraft(undefined);
    onSaved(result.version);
  });
  useLeaveGuard(changed);
  useEffect(() => {
    if (save.problem) document.querySelector<HTMLElement>('.rule-editor [aria-invalid]')?.focus();
  }, [save.problem]);
  const problemsOf = useProblemsOf(save.problem);
  const fields = [...new Set((save.problem?.errors ?? []).map((error) => error.field))];
  const worded = fields.flatMap((field) => problemsOf(field, 'exact').map((message) => ({ field, code: save.problem?.code ?? '', message })));
  const found = cellErrors(worded, sent.rules);
  const byRule = stillWrong(found.byRule, sent.rules, shown.rules);
  const others = found.others.filter((error) => holds(error, sent, { rules: shown.rules, innerAccessPolicy: innerThen }));
  const corrected = worded.length > 0 && byRule.size + others.length === 0;
  const put = (rules: Draft['rules']) => onDraft({ ...shown, rules });
  const add = (direction: RuleDirection) => put([...shown.rules, newRule(shown.rules, direction)]);
  const takeTheirs = () => {
    save.clear();
    onReload();
  };
  return (
    <>
      <Section
        title={text.tabs.edit}
        actions={<><Button onClick={() => add('ingress')}>{text.addIngress}</Button><Button onClick={() => add('egress')}>{text.addEgress}</Button><Button onClick={() => put(sorted(shown.rules))}>{text.sort}</Button></>}
      >
        <p class="hint">{text.editHint}</p>
        {group.type === 'normal' && <RadioField label={common.innerAccess} value={innerThen ?? 'accept'} onChange={(policy) => onDraft({ ...shown, innerAccessPolicy: policy === 'drop' ? 'drop' : 'accept' })} choices={(['accept', 'drop'] as const).map((value) => ({ value, text: common.innerAccessChoices[value] }))} errors={others.filter(({ field }) => field === 'innerAccessPolicy').map(({ message }) => message)} />}
        {shown.rules.length === 0 ? <Empty>{text.noRules}</Empty> : <RuleRows rules={shown.rules} errors={byRule} onChange={put} group={group} network={network} prefixLists={now.prefixLists} />}
      </Section>
      <Section
        title={text.draftChanges}
        actions={<><Button disabled={draft === undefined} onClick={() => { save.clear(); onDraft(undefined); }}>{text.discard}</Button><Button kind="primary" disabled={!changed} busy={save.busy} onClick={() => void save.run()}>{text.save}</Button></>}
      >
        {shown.base !== group.version && save.problem?.status !== 412 && <Notice kind="warning">{text.overtaken(shown.base, group.version)}</Notice>}
        {save.problem?.status === 412
          ? <Notice kind="warning"><p>{text.stale}</p><Button size="small" onClick={takeTheirs}>{text.compareAgain}</Button></Notice>
          : byRule.size > 0
            ? <Notice kind="error"><p>{text.wrongRules(byRule.size)}</p>{others.length > 0 && <ul>{others.map(({ field, message }) => <li key={field + message}>{message}</li>)}</ul>}</Notice>
            : save.problem && !corrected && <ProblemNotice problem={new ApiProblem(save.problem.status, save.problem.code, save.problem.message, others)} shown={['innerAccessPolicy']} />}
        {save.problem?.errors.some((error) => error.code === 'InvalidSecurityGroupRuleId.NotFound') && <p><Button size="small" onClick={() => { save.clear(); onDraft(rebased(shown, group)); }}>{text.asNew}</Button></p>}
        <Difference before={{ rules: group.rules, innerAccessPolicy: innerNow }} after={{ rules: after, innerAccessPolicy: innerThen }} nameOf={network.nameOf} />
      </Section>
    </>
  );
}

/** The browser asks before it closes a page whose draft would be lost. */
function useLeaveGuard(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [on]);
}
