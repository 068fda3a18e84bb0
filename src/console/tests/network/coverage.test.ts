import { describe, expect, it } from 'vitest';
import { covering, recordsHref } from '../../src/network/coverage';
import type { FlowLog } from '../../src/network/resources';

const flowLog = (id: string, resourceType: FlowLog['resourceType'], resourceId: string, status = 'Active'): FlowLog => ({ id, name: id, resourceType, resourceId, vpcId: 'vpc-1', project: 'p', logstore: id, status });
const eni = { vpcId: 'vpc-1', vswitchId: 'vsw-1', eniId: 'eni-1' };

describe('the flow log that covers', () => {
  it('an ENI is its own, its VSwitch’s or its VPC’s', () => {
    expect(covering([flowLog('e', 'ENI', 'eni-1')], eni)?.id).toBe('e');
    expect(covering([flowLog('s', 'VSwitch', 'vsw-1')], eni)?.id).toBe('s');
    expect(covering([flowLog('v', 'VPC', 'vpc-1')], eni)?.id).toBe('v');
    expect(covering([flowLog('e', 'ENI', 'eni-2'), flowLog('s', 'VSwitch', 'vsw-2'), { ...flowLog('v', 'VPC', 'vpc-2'), vpcId: 'vpc-2' }], eni)).toBeUndefined();
  });

  it('is the widest that captures', () => {
    const all = [flowLog('e', 'ENI', 'eni-1'), flowLog('v', 'VPC', 'vpc-1', 'Inactive'), flowLog('s', 'VSwitch', 'vsw-1')];
    expect(covering(all, eni)?.id).toBe('s');
    expect(covering(all.slice(1, 2), eni)?.id).toBe('v');
  });

  it('a VPC may cover a part of it only; of a VSwitch it must not be another’s', () => {
    const part = flowLog('e', 'ENI', 'eni-1');
    expect(covering([part], { vpcId: 'vpc-1' })?.id).toBe('e');
    expect(covering([part, flowLog('s', 'VSwitch', 'vsw-2')], { vpcId: 'vpc-1', vswitchId: 'vsw-1' })).toBeUndefined();
  });

  it('leads to the records', () => {
    expect(recordsHref(flowLog('l', 'VPC', 'vpc-1'), 'rule-id: sgr-1')).toBe('#/logservice/p/l?query=rule-id%3A+sgr-1&last=86400');
  });
});
