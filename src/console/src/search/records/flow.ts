import { conditionText } from '../query/edit';
import type { FlowRecord } from '../types';

/** The flow that answers a record's: the same with its ends exchanged; undefined for records without traffic. */
export function otherWayQuery(record: FlowRecord): string | undefined {
  return hasTraffic(record) ? oneWay(record, true) : undefined;
}

/** Both directions of a record's flow, whatever ENI saw them. */
export function conversationQuery(record: FlowRecord): string | undefined {
  return hasTraffic(record) ? `(${oneWay(record, false)}) or (${oneWay(record, true)})` : undefined;
}

const hasTraffic = (record: FlowRecord): boolean => record['srcaddr'] !== undefined && record['srcaddr'] !== '-';

function oneWay(record: FlowRecord, turned: boolean): string {
  const [source, destination] = turned ? ['dst', 'src'] : ['src', 'dst'];
  const value = (name: string) => String(record[name]);
  const hasPorts = record['srcport'] !== 0 || record['dstport'] !== 0;
  return [
    conditionText('srcaddr', value(`${source}addr`)), conditionText('dstaddr', value(`${destination}addr`)),
    ...(hasPorts ? [conditionText('srcport', value(`${source}port`)), conditionText('dstport', value(`${destination}port`))] : []),
    conditionText('protocol', value('protocol')),
  ].join(' and ');
}
