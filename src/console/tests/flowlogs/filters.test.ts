import { describe, expect, it } from 'vitest';
import { anyFilter, readFilters, writeFilters } from '../../src/flowlogs/filters';

const read = (query: string) => readFilters(new URLSearchParams(query));

describe('filters of flow logs', () => {
  it('come back from the link that they make', () => {
    const filters = read('name=a%26b&status=Active&resourceType=VPC&trafficType=Drop&project=p&logstore=l');
    expect(writeFilters(filters)).toEqual({ name: 'a&b', status: 'Active', resourceType: 'VPC', trafficType: 'Drop', project: 'p', logstore: 'l' });
    expect(anyFilter(filters)).toBe(true);
  });

  it('leave out what no flow log can have, which the API would refuse', () => {
    expect(anyFilter(read('status=Gone&resourceType=vpc&trafficType=&logstore=l'))).toBe(false);
  });
});
