/** What every resource of the network has. */
export type Resource = { id: string; name: string; description: string; createdAt: string };

export type Vpc = Resource & { cidrBlock: string; ipv6CidrBlock?: string };

export type VSwitch = Resource & { vpcId: string; cidrBlock: string; ipv6CidrBlock?: string; zoneId?: string };

export const sourceTypes = ['pcap', 'generator', 'interface', 'vnet-flow-logs', 'nsg-flow-logs', 'aws-flow-logs', 'none'] as const;

export type SourceType = (typeof sourceTypes)[number];

export type TrafficSource = {
  type: SourceType;
  seed?: number;
  flowsPerMinute?: number;
  interface?: string;
  interfaceId?: string;
  samplingRate?: number;
  insideTunnels?: boolean;
};

export type Eni = Resource & {
  vpcId: string;
  vswitchId: string;
  securityGroupIds: string[];
  privateIpAddresses: string[];
  ipv6Addresses?: string[];
  instanceId?: string;
  macAddress?: string;
  trafficSource: TrafficSource;
  captureDamage?: string[];
};

export type RuleDirection = 'ingress' | 'egress';

export type RulePolicy = 'accept' | 'drop';

/** A rule as the API answers it: of each side one of block, group and prefix list counts, the block before the group. */
export type Rule = {
  id: string;
  direction: RuleDirection;
  protocol: string;
  portRange: string;
  sourcePortRange?: string;
  sourceCidr?: string;
  sourceGroupId?: string;
  sourcePrefixListId?: string;
  destCidr?: string;
  destGroupId?: string;
  destPrefixListId?: string;
  policy: RulePolicy;
  priority: number;
  description: string;
};

export type GroupType = 'normal' | 'enterprise';

/** One version of what a security group decides by. */
export type GroupVersion = { version: number; updatedAt: string; type: GroupType; innerAccessPolicy?: RulePolicy; rules: Rule[] };

export type SecurityGroup = Resource & GroupVersion & { vpcId: string };

export type PrefixList = Resource & { entries: string[] };

export type FlowLog = { id: string; name: string; resourceType: 'ENI' | 'VSwitch' | 'VPC'; resourceId: string; vpcId: string; project: string; logstore: string; status: string };
