import { useTexts } from '../../app/preferences';
import { useApi } from '../../app/session';
import { ButtonLink } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { useAsked } from '../../ui/asked';
import { href } from '../../app/routes';
import type { FlowRecord } from '../types';
import { findRule } from './findRule';
import { recordTexts } from './texts';

/** The rule that let the flow pass or did not, from the version of the security group that was in force. */
export function RuleOf({ record }: { record: FlowRecord }) {
  const text = useTexts(recordTexts);
  const rule = String(record['rule-id'] ?? '-');
  if (rule === '-') return null;
  const meaning = text.defaults[rule];
  return (
    <section class="rule-of" aria-label={text.rule}>
      <h3>{text.rule}: <code>{rule}</code></h3>
      {meaning ? <p>{meaning}</p> : <GroupRule rule={rule} eni={String(record['eni-id'])} vpc={String(record['vpc-id'])} version={Number(record['rule-version'])} />}
    </section>
  );
}

function GroupRule({ rule, eni, vpc, version }: { rule: string; eni: string; vpc: string; version: number }) {
  const text = useTexts(recordTexts);
  const api = useApi();
  const asked = useAsked((signal) => findRule(api, rule, eni, vpc, version, signal), [api, rule, eni, version]);
  return (
    <Loaded asked={asked}>
      {(found) => {
        if (found === null) return <p>{text.ruleGone}</p>;
        const { group, decided } = found;
        const peer = decided.sourceCidr ?? decided.destCidr ?? decided.sourceGroupId ?? decided.destGroupId ?? decided.sourcePrefixListId ?? decided.destPrefixListId ?? '';
        return (
          <>
            <p>{text.ruleOf(group.name || group.id, String(version))}</p>
            <p>{text.ruleLine(decided.direction, decided.policy, decided.protocol, decided.portRange === '-1/-1' ? '' : decided.portRange, peer)} · {text.priority(decided.priority)}</p>
            {decided.description && <p class="faint">{decided.description}</p>}
            <ButtonLink kind="quiet" href={href(['network', 'securitygroups', group.id], { version: String(version) })}>{text.openRule}</ButtonLink>
          </>
        );
      }}
    </Loaded>
  );
}
