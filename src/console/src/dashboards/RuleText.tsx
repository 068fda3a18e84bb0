import { useDash } from './context';
import type { Rule } from './inventory';
import type { DashTexts } from './texts';

/** `inbound tcp 22/22 from 0.0.0.0/0: drop`. */
export function ruleText(rule: Rule, text: DashTexts, nameOf: (id: string) => string | undefined): string {
  const inbound = rule.direction === 'ingress';
  const group = inbound ? rule.sourceGroupId : rule.destGroupId;
  const list = inbound ? rule.sourcePrefixListId : rule.destPrefixListId;
  const peer = (group === undefined ? undefined : text.inGroup(nameOf(group) ?? group)) ?? list ?? (inbound ? rule.sourceCidr : rule.destCidr) ?? text.anyone;
  const ports = rule.portRange === undefined || rule.portRange === '-1/-1' ? '' : ` ${rule.portRange}`;
  return `${text.ruleDirections[rule.direction] ?? rule.direction} ${rule.protocol}${ports} ${inbound ? text.ruleFrom : text.ruleTo} ${peer}: ${text.rulePolicies[rule.policy] ?? rule.policy}`;
}

/** What a rule says, with the way to its group. */
export function RuleText({ id }: { id: string }) {
  const { inventory, naming } = useDash();
  const { text } = naming;
  const found = inventory.rules.get(id);
  if (found === undefined) return <span class="faint">{text.ruleDefaults[id] ?? text.ruleGone}</span>;
  return (
    <>
      <span>{ruleText(found.rule, text, (group) => inventory.names.get(group))}</span>
      <span class="faint">{text.priority(found.rule.priority)} · <a href={`#/network/securitygroups/${encodeURIComponent(found.group.id)}`}>{found.group.name}</a></span>
    </>
  );
}
