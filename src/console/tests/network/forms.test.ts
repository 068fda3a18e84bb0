import { describe, expect, it } from 'vitest';
import { captureName } from '../../src/network/capture';
import { eniBody, eniForm } from '../../src/network/eniForm';
import { lines, messagesAt, number } from '../../src/network/form';
import { byAddress, layOut } from '../../src/network/mapLayout';
import { matches } from '../../src/network/matching';
import { placeOf } from '../../src/network/places';
import { sourceBody, sourceValues } from '../../src/network/sourceValues';
import type { Eni, Vpc, VSwitch } from '../../src/network/resources';

const eni: Eni = { id: 'eni-1', name: 'web', description: '', createdAt: '2026-11-29T20:00:00Z', vpcId: 'vpc-1', vswitchId: 'vsw-1', securityGroupIds: ['sg-1'], privateIpAddresses: ['10.0.0.4', '10.0.0.5'], ipv6Addresses: [], trafficSource: { type: 'generator', seed: 7, flowsPerMinute: 50 } };

describe('an ENI', () => {
  it('comes back from its form as it was, and empties what was emptied', () => {
    const values = eniForm.values(eni);
    expect(eniBody(values, true)).toEqual({ name: 'web', description: '', vswitchId: undefined, securityGroupIds: ['sg-1'], privateIpAddresses: ['10.0.0.4', '10.0.0.5'], ipv6Addresses: [], instanceId: '', macAddress: '', trafficSource: { type: 'generator', seed: 7, flowsPerMinute: 50, samplingRate: undefined } });
  });

  it('is made without what was left empty', () => {
    const body = JSON.parse(JSON.stringify(eniBody({ ...eniForm.values(undefined), vswitchId: 'vsw-1' }, false))) as object;
    expect(body).toEqual({ vswitchId: 'vsw-1', securityGroupIds: [], trafficSource: { type: 'pcap' } });
  });
});

describe('a traffic source', () => {
  it('takes only what its type takes', () => {
    const values = { ...sourceValues(undefined), seed: '7', flowsPerMinute: 'many', interface: 'eth0', interfaceId: 'x', samplingRate: '10', insideTunnels: true };
    expect(JSON.parse(JSON.stringify(sourceBody(values)))).toEqual({ type: 'pcap', samplingRate: 10, insideTunnels: true });
    expect(sourceBody({ ...values, source: 'generator' })).toEqual({ type: 'generator', seed: 7, flowsPerMinute: 'many', samplingRate: 10, insideTunnels: true });
    expect(sourceBody({ ...values, source: 'interface' })).toEqual({ type: 'interface', samplingRate: 10, interface: 'eth0', insideTunnels: true });
    expect(sourceBody({ ...values, source: 'aws-flow-logs' })).toEqual({ type: 'aws-flow-logs', interfaceId: 'x' });
    expect(sourceBody({ ...values, source: 'vnet-flow-logs' })).toEqual({ type: 'vnet-flow-logs' });
    expect(sourceBody({ ...values, source: 'none' })).toEqual({ type: 'none' });
  });
});

it('messages of a list say at which item', () => {
  const errors = ['entries', 'entries[0]', 'entries[11]', 'entriesOther', 'name'].map((field) => ({ field, code: 'X', message: field }));
  expect(messagesAt(errors, 'entries', (field) => [field])).toEqual(['entries', '1: entries[0]', '12: entries[11]']);
});

it.each([['', undefined], [' 12 ', 12], ['x', 'x'], ['0', 0]])('numbers are read: %j', (text, value) => {
  expect(number(text)).toBe(value);
});

it('lists are read a line each, commas too', () => {
  expect(lines(' 10.0.0.1\n\n10.0.0.2, 10.0.0.3 ')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
});

it('resources are found by every word', () => {
  expect(matches(eni, 'WEB 10.0.0.5')).toBe(true);
  expect(matches(eni, 'web 10.0.0.6')).toBe(false);
  expect(matches({ id: 'sg-1', rules: [{ id: 'sgr-9' }] }, 'sgr-9')).toBe(false);
});

it.each([['vpc-1', '#/network/vpcs?id=vpc-1'], ['sg-1', '#/network/securitygroups/sg-1'], ['eni-1', '#/network/enis?eni=eni-1'], ['sgr-1', undefined], ['x', undefined]])('%s is shown at %s', (id, place) => {
  expect(placeOf(id)).toBe(place);
});

it.each([['web trace.pcap', 'web-trace.pcap'], ['.hidden', 'hidden'], ['抓包.pcapng', '-.pcapng'], ['', 'capture'], ['x'.repeat(120), 'x'.repeat(100)]])('a file’s name is one that the API takes: %j', (name, taken) => {
  expect(captureName(name)).toBe(taken);
});

it('the map has what lies in what, by name and by address', () => {
  const named = { description: '', createdAt: '' };
  const vpcs: Vpc[] = [{ ...named, id: 'vpc-2', name: 'b', cidrBlock: '10.0.0.0/8' }, { ...named, id: 'vpc-1', name: 'a', cidrBlock: '10.0.0.0/8' }];
  const vswitches: VSwitch[] = ['10.0.10.0/24', '10.0.2.0/24'].map((cidrBlock, index) => ({ ...named, id: `vsw-${index}`, name: '', vpcId: 'vpc-1', cidrBlock }));
  const enis = ['10.0.2.100', '10.0.2.9'].map((address) => ({ ...eni, id: address, vswitchId: 'vsw-1', privateIpAddresses: [address] }));
  const [first, second] = layOut(vpcs, vswitches, enis);
  expect(first?.vpc.id).toBe('vpc-1');
  expect(first?.enis).toBe(2);
  expect(first?.vswitches.map(({ vswitch, enis: inside }) => [vswitch.id, inside.map(({ id }) => id)])).toEqual([['vsw-1', ['10.0.2.9', '10.0.2.100']], ['vsw-0', []]]);
  expect(second).toMatchObject({ vswitches: [], enis: 0 });
  expect(byAddress('9.255.255.255', '10.0.0.0')).toBeLessThan(0);
});
