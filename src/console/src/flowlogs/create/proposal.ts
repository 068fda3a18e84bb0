import type { ResourceType, Tag, TrafficType } from '../flowLog';
import { resourceTypes } from '../flowLog';

/** What has been entered of a flow log that is to be made. */
export type Proposal = {
  name: string;
  resourceType: ResourceType;
  resourceId: string;
  trafficType: TrafficType;
  project: string;
  logstore: string;
  analysisReport: boolean;
  description: string;
  aggregationInterval: number;
  tags: Tag[];
};

/** What a link proposes: `for=VPC/vpc-…` the resource, `into=project/logstore` where the records go. */
export function proposed(params: URLSearchParams): Proposal {
  const [type, resourceId = ''] = (params.get('for') ?? '').split('/');
  const [project = '', logstore = ''] = (params.get('into') ?? '').split('/');
  const resourceType = resourceTypes.find((each) => each === type);
  return {
    name: '', resourceType: resourceType ?? 'ENI', resourceId: resourceType ? resourceId : '', trafficType: 'All', project, logstore,
    analysisReport: false, description: '', aggregationInterval: 10, tags: [],
  };
}

/** The tags to send, without rows that are empty, and for each of them the row that it comes from. */
export function tagsOf(rows: Tag[]): { tags: Tag[]; rowOf: number[] } {
  const rowOf = rows.map((_, index) => index).filter((index) => rows[index]!.key !== '' || rows[index]!.value !== '');
  return { tags: rowOf.map((index) => rows[index]!), rowOf };
}

/** The body that makes it: what is empty is left out, so that the API says that it is missing. */
export function bodyOf(proposal: Proposal, reportIsOff: boolean): Record<string, unknown> {
  const { tags } = tagsOf(proposal.tags);
  const texts = Object.entries({ name: proposal.name, resourceId: proposal.resourceId, project: proposal.project, logstore: proposal.logstore, description: proposal.description }).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(texts),
    resourceType: proposal.resourceType, trafficType: proposal.trafficType, aggregationInterval: proposal.aggregationInterval,
    ...(reportIsOff && proposal.analysisReport ? { analysisReport: true } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

/** What an estimate is asked for; nothing while no resource is chosen. A Project without a Logstore says nothing about the terms. */
export function estimateOf(proposal: Proposal, reportIsOff: boolean): Record<string, unknown> | undefined {
  if (proposal.resourceId === '') return undefined;
  const whole = proposal.project !== '' && proposal.logstore !== '';
  return {
    resourceType: proposal.resourceType, resourceId: proposal.resourceId, trafficType: proposal.trafficType, aggregationInterval: proposal.aggregationInterval,
    ...(whole ? { project: proposal.project, logstore: proposal.logstore } : {}),
    ...(reportIsOff && proposal.analysisReport ? { analysisReport: true } : {}),
  };
}
