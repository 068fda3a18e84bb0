export type Status = 'Activating' | 'Active' | 'Deactivating' | 'Inactive' | 'Modifying' | 'Deleting';
export type ResourceType = 'ENI' | 'VSwitch' | 'VPC';
export type TrafficType = 'All' | 'Allow' | 'Drop';
export type Tag = { key: string; value: string };

export type Delivery = { status: 'SUCCESS' | 'FAILED'; error?: string; lastRecordTime?: string; completeTo?: string; lagSeconds?: number; recordsLastHour?: number; bytesLastHour?: number };

/** A flow log as the API answers it. */
export type FlowLog = {
  id: string;
  name: string;
  description: string;
  resourceType: ResourceType;
  resourceId: string;
  vpcId: string;
  trafficType: TrafficType;
  project: string;
  logstore: string;
  aggregationInterval: number;
  tags: Tag[];
  resourceGroupId?: string;
  status: Status;
  delivery?: Delivery;
  createdAt: string;
  statusChangedAt?: string;
  activeSince?: string;
};

export const statuses: Status[] = ['Active', 'Inactive', 'Activating', 'Deactivating', 'Modifying', 'Deleting'];
export const resourceTypes: ResourceType[] = ['ENI', 'VSwitch', 'VPC'];
export const trafficTypes: TrafficType[] = ['All', 'Allow', 'Drop'];
export const intervals = [1, 5, 10];

/** Whether it changes by itself before long. */
export const inTransition = (flowLog: FlowLog): boolean => flowLog.status !== 'Active' && flowLog.status !== 'Inactive';

/** After how many seconds a list should be asked for again. */
export const refreshAfter = (flowLogs: FlowLog[]): number => (flowLogs.some(inTransition) ? 2 : 30);

export type Action = 'start' | 'stop' | 'delete';

/** Whether the status lets it be done now. */
export function may(action: Action, flowLog: FlowLog): boolean {
  if (action === 'start') return flowLog.status === 'Inactive';
  if (action === 'stop') return flowLog.status === 'Active';
  return !inTransition(flowLog);
}
