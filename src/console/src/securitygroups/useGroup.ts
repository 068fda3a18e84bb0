import { at, type Versioned } from '../api/api';
import { useApi } from '../app/session';
import type { PrefixList, SecurityGroup } from '../network/resources';
import { useAsked, type Asked } from '../ui/asked';
import type { Hits } from './hits';

/** The group as it is now with its version, and what its prefix lists hold. */
export type GroupNow = Versioned<SecurityGroup> & { prefixLists: PrefixList[] };

export function useGroup(id: string): Asked<GroupNow> {
  const api = useApi();
  return useAsked(async (signal) => {
    const [group, prefixLists] = await Promise.all([api.getVersioned<SecurityGroup>(at`securitygroups/${id}`, signal), api.all<PrefixList>('prefixlists', {}, signal)]);
    return { ...group, prefixLists };
  }, [api, id]);
}

/** How often its rules decided in the last day. */
export function useHits(id: string): Asked<Hits> {
  const api = useApi();
  return useAsked((signal) => api.get<Hits>(at`securitygroups/${id}/hits`, undefined, signal), [api, id]);
}
