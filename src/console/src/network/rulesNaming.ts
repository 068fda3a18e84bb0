import type { SecurityGroup } from './resources';

/** The groups of which a rule names the group or prefix list `id`. */
export function rulesNaming(groups: SecurityGroup[], id: string): SecurityGroup[] {
  return groups.filter((group) => group.rules.some((rule) => [rule.sourceGroupId, rule.destGroupId, rule.sourcePrefixListId, rule.destPrefixListId].includes(id)));
}
