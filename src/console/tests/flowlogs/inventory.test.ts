import { describe, expect, it } from 'vitest';
import { optionsOf, resourceOf, type Inventory } from '../../src/flowlogs/inventory';

const inventory: Inventory = {
  vpcs: [{ id: 'vpc-1', name: 'shop', cidrBlock: '10.0.0.0/16', ipv6CidrBlock: 'fd00::/56' }],
  vswitches: [{ id: 'vsw-1', name: '', cidrBlock: '10.0.1.0/24', vpcId: 'vpc-1' }],
  enis: [{ id: 'eni-1', name: 'web', vpcId: 'vpc-1', vswitchId: 'vsw-1', privateIpAddresses: ['10.0.1.5'], ipv6Addresses: ['fd00::5'], instanceId: 'i-1' }],
};

describe('resources to pick', () => {
  it('have their addresses and where they lie', () => {
    expect(optionsOf(inventory, 'VPC')).toEqual([{ id: 'vpc-1', name: 'shop', detail: '10.0.0.0/16, fd00::/56' }]);
    expect(optionsOf(inventory, 'VSwitch')).toEqual([{ id: 'vsw-1', name: '', detail: '10.0.1.0/24, VPC shop' }]);
    expect(optionsOf(inventory, 'ENI')).toEqual([{ id: 'eni-1', name: 'web', detail: '10.0.1.5, fd00::5, i-1, VSwitch vsw-1, VPC shop' }]);
  });

  it('are known by type and id', () => {
    expect(resourceOf(inventory, 'ENI', 'eni-1')).toEqual({ name: 'web', addresses: ['10.0.1.5', 'fd00::5'] });
    expect(resourceOf(inventory, 'VPC', 'eni-1')).toBeUndefined();
  });
});
