import { at, type Api } from '../../api/api';
import { ApiProblem } from '../../api/problem';

type Rule = { id: string; direction: string; protocol: string; portRange: string; policy: string; priority: number; description?: string } & Partial<Record<'sourceCidr' | 'sourceGroupId' | 'sourcePrefixListId' | 'destCidr' | 'destGroupId' | 'destPrefixListId', string>>;

type Group = { id: string; name: string; version: number; rules: Rule[] };

type Found = { group: Group; decided: Rule } | null;

/** Looks in the ENI's security groups, in the version that the record names, then in the other groups of the VPC. */
export async function findRule(api: Api, rule: string, eni: string, vpc: string, version: number, signal: AbortSignal): Promise<Found> {
  const bound = await orNone(api.get<{ securityGroupIds: string[] }>(at`enis/${eni}`, {}, signal));
  for (const id of bound?.securityGroupIds ?? []) {
    const found = await inVersion(api, id, rule, version, signal);
    if (found) return found;
  }
  const groups = await api.all<Group>('securitygroups', { vpcId: vpc }, signal);
  for (const group of groups.filter((each) => !bound?.securityGroupIds.includes(each.id) && each.version >= version)) {
    const found = await inVersion(api, group.id, rule, version, signal);
    if (found) return found;
  }
  return null;
}

async function inVersion(api: Api, id: string, rule: string, version: number, signal: AbortSignal): Promise<Found> {
  const group = await orNone(api.get<Group>(at`securitygroups/${id}/versions/${String(version)}`, {}, signal));
  const decided = group?.rules.find((each) => each.id === rule);
  return group && decided ? { group: { ...group, id }, decided } : null;
}

const orNone = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((problem: unknown) => {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  });
