import { href } from '../app/routes';
import type { FlowLog } from './resources';

/** Where something lies: its VPC, and its VSwitch and ENI if it is in or is one. */
export type Place = { vpcId: string; vswitchId?: string; eniId?: string };

/** Whether the flow log logs traffic of the place, or of a part of it. */
function covers(flowLog: FlowLog, place: Place): boolean {
  if (flowLog.vpcId !== place.vpcId) return false;
  if (flowLog.resourceType === 'VSwitch') return place.vswitchId === undefined || place.vswitchId === flowLog.resourceId;
  if (flowLog.resourceType === 'ENI') return place.eniId === undefined ? place.vswitchId === undefined : place.eniId === flowLog.resourceId;
  return true;
}

/** The flow log in whose Logstore the place's records are looked for: one that captures before one that does not, a wide one before a narrow one. */
export function covering(flowLogs: FlowLog[], place: Place): FlowLog | undefined {
  const width = { VPC: 0, VSwitch: 1, ENI: 2 };
  const rank = (flowLog: FlowLog) => (flowLog.status === 'Inactive' ? 10 : 0) + width[flowLog.resourceType];
  return flowLogs.filter((flowLog) => covers(flowLog, place)).sort((a, b) => rank(a) - rank(b))[0];
}

/** The way to the records of the last day that meet `query`. */
export function recordsHref(flowLog: FlowLog, query: string): string {
  return href(['logservice', flowLog.project, flowLog.logstore], { query, last: '86400' });
}
