import { describe, expect, it } from 'vitest';
import { bodyOf, estimateOf, proposed, tagsOf } from '../../src/flowlogs/create/proposal';

const empty = proposed(new URLSearchParams());

describe('a proposed flow log', () => {
  it('takes resource and Logstore from a link', () => {
    expect(proposed(new URLSearchParams('for=VPC/vpc-1&into=p/l'))).toMatchObject({ resourceType: 'VPC', resourceId: 'vpc-1', project: 'p', logstore: 'l' });
    expect(proposed(new URLSearchParams('for=Car/vpc-1'))).toMatchObject({ resourceType: 'ENI', resourceId: '' });
  });

  it('leaves out what is empty, so that the API says that it is missing', () => {
    expect(bodyOf(empty, false)).toEqual({ resourceType: 'ENI', trafficType: 'All', aggregationInterval: 10 });
  });

  it('asks for the report only where it is off', () => {
    const wanted = { ...empty, analysisReport: true };
    expect(bodyOf(wanted, true)).toHaveProperty('analysisReport', true);
    expect(bodyOf(wanted, false)).not.toHaveProperty('analysisReport');
  });

  it('knows which row a tag comes from', () => {
    expect(tagsOf([{ key: '', value: '' }, { key: 'a', value: '' }, { key: '', value: '' }, { key: '', value: 'b' }])).toEqual({ tags: [{ key: 'a', value: '' }, { key: '', value: 'b' }], rowOf: [1, 3] });
  });

  it('is estimated once it has a resource, with the terms of a whole Logstore', () => {
    expect(estimateOf(empty, false)).toBeUndefined();
    expect(estimateOf({ ...empty, resourceId: 'eni-1', project: 'p' }, false)).toEqual({ resourceType: 'ENI', resourceId: 'eni-1', trafficType: 'All', aggregationInterval: 10 });
    expect(estimateOf({ ...empty, resourceId: 'eni-1', project: 'p', logstore: 'l', analysisReport: true }, true)).toMatchObject({ project: 'p', logstore: 'l', analysisReport: true });
  });
});
