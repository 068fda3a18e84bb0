import type { Eni, Vpc, VSwitch } from './resources';

export type MapVSwitch = { vswitch: VSwitch; enis: Eni[] };

export type MapVpc = { vpc: Vpc; enis: number; vswitches: MapVSwitch[] };

/** What lies in what: VPCs by name, their VSwitches and ENIs by address. */
export function layOut(vpcs: Vpc[], vswitches: VSwitch[], enis: Eni[]): MapVpc[] {
  const inside = grouped(enis, (eni) => eni.vswitchId);
  const parts = grouped(vswitches, (vswitch) => vswitch.vpcId);
  return vpcs.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)).map((vpc) => {
    const own = (parts.get(vpc.id) ?? [])
      .toSorted((a, b) => byAddress(a.cidrBlock, b.cidrBlock))
      .map((vswitch) => ({ vswitch, enis: (inside.get(vswitch.id) ?? []).toSorted((a, b) => byAddress(a.privateIpAddresses[0] ?? '', b.privateIpAddresses[0] ?? '')) }));
    return { vpc, vswitches: own, enis: own.reduce((sum, { enis: { length } }) => sum + length, 0) };
  });
}

/** IPv4 addresses in the order of their numbers. */
export function byAddress(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[./]/).reduce((number, part) => number * 256 + Number(part), 0));
  return (left ?? 0) - (right ?? 0);
}

function grouped<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own) own.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
