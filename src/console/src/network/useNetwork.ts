import { useApi } from '../app/session';
import { useAsked, type Asked } from '../ui/asked';
import type { FlowLog, Resource, SecurityGroup, Vpc, VSwitch } from './resources';

/** What names and choices come from: all but the ENIs, of which there may be many. */
export type Network = { vpcs: Vpc[]; vswitches: VSwitch[]; groups: SecurityGroup[]; flowLogs: FlowLog[]; loaded: boolean; nameOf: (id: string) => string };

/** Stands in until the answer is there, so that a list need not wait for names. */
export const unknownNetwork: Network = { vpcs: [], vswitches: [], groups: [], flowLogs: [], loaded: false, nameOf: () => '' };

export function useNetwork(): Asked<Network> {
  const api = useApi();
  return useAsked(async (signal) => {
    const [vpcs, vswitches, groups, flowLogs] = await Promise.all([
      api.all<Vpc>('vpcs', {}, signal),
      api.all<VSwitch>('vswitches', {}, signal),
      api.all<SecurityGroup>('securitygroups', {}, signal),
      api.all<FlowLog>('flowlogs', {}, signal),
    ]);
    const names = new Map<string, string>([...vpcs, ...vswitches, ...groups].map((resource: Resource) => [resource.id, resource.name]));
    return { vpcs, vswitches, groups, flowLogs, loaded: true, nameOf: (id: string) => names.get(id) ?? '' };
  }, [api]);
}
