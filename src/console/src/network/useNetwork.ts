import { useMemo } from 'preact/hooks';
import { useApi } from '../app/session';
import { useAsked, type Asked } from '../ui/asked';
import type { FlowLog, Resource, SecurityGroup, Vpc, VSwitch } from './resources';

/** What names and choices come from: all but the ENIs, of which there may be many. */
export type Network = { vpcs: Vpc[]; vswitches: VSwitch[]; groups: SecurityGroup[]; flowLogs: FlowLog[]; loaded: boolean; nameOf: (id: string) => string };

/** Stands in until the answer is there, so that a list need not wait for names. */
export const unknownNetwork: Network = { vpcs: [], vswitches: [], groups: [], flowLogs: [], loaded: false, nameOf: () => '' };

export function useNetwork(): Asked<Network> {
  const api = useApi();
  const asked = useAsked(async (signal) => {
    const [vpcs, vswitches, groups] = await Promise.all([api.all<Vpc>('vpcs', {}, signal), api.all<VSwitch>('vswitches', {}, signal), api.all<SecurityGroup>('securitygroups', {}, signal)]);
    const names = new Map<string, string>([...vpcs, ...vswitches, ...groups].map((resource: Resource) => [resource.id, resource.name]));
    return { vpcs, vswitches, groups, loaded: true, nameOf: (id: string) => names.get(id) ?? '' };
  }, [api]);
  // Flow logs tell how their delivery fares, which takes longer; only links to records wait for them.
  const flowLogs = useAsked((signal) => api.all<FlowLog>('flowlogs', {}, signal), [api]);
  const value = useMemo(() => (asked.value === undefined ? undefined : { ...asked.value, flowLogs: flowLogs.value ?? [] }), [asked.value, flowLogs.value]);
  const reload = () => {
    asked.reload();
    flowLogs.reload();
  };
  return { value, problem: asked.problem ?? flowLogs.problem, loading: asked.loading, reload };
}
