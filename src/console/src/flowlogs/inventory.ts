import type { Api } from '../api/api';
import type { PickerOption } from '../ui/pickerMatch';
import type { ResourceType } from './flowLog';

type Vpc = { id: string; name: string; cidrBlock: string; ipv6CidrBlock?: string };
type VSwitch = Vpc & { vpcId: string };
type Eni = { id: string; name: string; vpcId: string; vswitchId: string; privateIpAddresses: string[]; ipv6Addresses: string[]; instanceId?: string };

/** The resources of the region that a flow log can be about. */
export type Inventory = { vpcs: Vpc[]; vswitches: VSwitch[]; enis: Eni[] };

export async function loadInventory(api: Api, signal: AbortSignal): Promise<Inventory> {
  const [vpcs, vswitches, enis] = await Promise.all([api.all<Vpc>('vpcs', {}, signal), api.all<VSwitch>('vswitches', {}, signal), api.all<Eni>('enis', {}, signal)]);
  return { vpcs, vswitches, enis };
}

/** What can be picked of a type, each with its addresses and where it lies. */
export function optionsOf(inventory: Inventory, type: ResourceType): PickerOption[] {
  const of = (items: { id: string; name: string }[], id: string) => items.find((item) => item.id === id)?.name || id;
  if (type === 'VPC') return inventory.vpcs.map((vpc) => ({ id: vpc.id, name: vpc.name, detail: blocks(vpc).join(', ') }));
  if (type === 'VSwitch') return inventory.vswitches.map((vswitch) => ({ id: vswitch.id, name: vswitch.name, detail: [...blocks(vswitch), `VPC ${of(inventory.vpcs, vswitch.vpcId)}`].join(', ') }));
  return inventory.enis.map((eni) => ({
    id: eni.id,
    name: eni.name,
    detail: [...eni.privateIpAddresses, ...eni.ipv6Addresses, ...(eni.instanceId ? [eni.instanceId] : []), `VSwitch ${of(inventory.vswitches, eni.vswitchId)}`, `VPC ${of(inventory.vpcs, eni.vpcId)}`].join(', '),
  }));
}

/** What a resource is called, and its addresses, if the inventory has it. */
export function resourceOf(inventory: Inventory, type: ResourceType, id: string): { name: string; addresses: string[] } | undefined {
  if (type === 'ENI') {
    const eni = inventory.enis.find((each) => each.id === id);
    return eni && { name: eni.name, addresses: [...eni.privateIpAddresses, ...eni.ipv6Addresses] };
  }
  const found = (type === 'VPC' ? inventory.vpcs : inventory.vswitches).find((each) => each.id === id);
  return found && { name: found.name, addresses: blocks(found) };
}

function blocks(of: { cidrBlock: string; ipv6CidrBlock?: string }): string[] {
  return [of.cidrBlock, ...(of.ipv6CidrBlock ? [of.ipv6CidrBlock] : [])];
}
