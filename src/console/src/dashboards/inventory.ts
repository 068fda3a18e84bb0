import type { Api } from '../api/api';
import { useAsked } from '../ui/asked';
import { useApi } from '../app/session';

export type Rule = {
  id: string;
  direction: string;
  protocol: string;
  portRange?: string;
  policy: string;
  priority: number;
  sourceCidr?: string;
  sourceGroupId?: string;
  sourcePrefixListId?: string;
  destCidr?: string;
  destGroupId?: string;
  destPrefixListId?: string;
};

type Group = { id: string; name: string; rules: Rule[] };

type Named = { id: string; name: string };

/** Names of what records mention by id, and the rules that decided. */
export type Inventory = { names: Map<string, string>; rules: Map<string, { rule: Rule; group: Named }> };

export const nothingKnown: Inventory = { names: new Map(), rules: new Map() };

async function read(api: Api, signal: AbortSignal): Promise<Inventory> {
  const [enis, vpcs, groups] = await Promise.all([api.all<Named>('enis', {}, signal), api.all<Named>('vpcs', {}, signal), api.all<Group>('securitygroups', {}, signal)]);
  const names = new Map([...enis, ...vpcs, ...groups].filter((each) => each.name !== '').map((each) => [each.id, each.name]));
  const rules = new Map(groups.flatMap((group) => group.rules.map((rule) => [rule.id, { rule, group: { id: group.id, name: group.name || group.id } }] as const)));
  return { names, rules };
}

/** Asked once a page; charts show ids until it is there, and if it cannot be had. */
export function useInventory(): Inventory {
  const api = useApi();
  return useAsked((signal) => read(api, signal), [api]).value ?? nothingKnown;
}
