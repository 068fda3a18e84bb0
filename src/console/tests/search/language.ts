import type { LanguageField, SearchLanguage } from '../../src/search/query/language';

const field = (name: string, type: string, description: string, ofTraffic: boolean, values?: string[]): LanguageField =>
  ({ name, sqlName: name.replaceAll('-', '_'), type, description, ofTraffic, ...(values ? { values } : {}) });

const keywords = ['and', 'or', 'not', 'in', ...'SELECT FROM WHERE HAVING LIMIT OFFSET AS AND OR NOT IN IS NULL BETWEEN LIKE CASE WHEN THEN ELSE END DISTINCT ASC DESC WITH UNION ALL JOIN LEFT FULL OUTER ON OVER PARTITION FILTER EXISTS CAST'.split(' '), 'GROUP BY', 'ORDER BY', 'NULLS FIRST'];

const aggregates = 'count sum avg min max count_if approx_distinct approx_percentile min_by max_by arbitrary bool_and bool_or stddev variance'.split(' ');

const scalars = 'from_unixtime to_unixtime date_trunc date_add date_diff date_format time_series now concat length lower upper replace substr split_part regexp_like regexp_extract ip_in_cidr ip_prefix ip_version is_private protocol_name port_name abs round floor ceil coalesce if nullif'.split(' ');

/** The language as `GET /api/search/language` tells it, with fewer functions and names. */
export const language: SearchLanguage = {
  fields: [
    field('version', 'number', "Version of the record's format: 1.", false),
    field('account-id', 'text', 'The account that owns the ENI.', false),
    field('eni-id', 'text', 'The ENI that saw the traffic.', false),
    field('vm-id', 'text', 'The instance that the ENI is bound to; - if none.', false),
    field('vswitch-id', 'text', "The ENI's VSwitch.", false),
    field('vpc-id', 'text', "The ENI's VPC.", false),
    field('region', 'text', "The ENI's region.", false),
    field('type', 'name', 'IP family.', true, ['IPv4', 'IPv6']),
    field('protocol', 'number', 'IANA protocol number: 1 ICMP, 6 TCP, 17 UDP.', true, ['tcp', 'udp', 'icmp', 'icmpv6']),
    field('srcaddr', 'address', 'Source address.', true),
    field('srcport', 'number', 'Source port; 0 where the protocol has none.', true),
    field('dstaddr', 'address', 'Destination address.', true),
    field('dstport', 'number', 'Destination port; 0 where the protocol has none.', true),
    field('direction', 'name', 'As seen from the ENI.', true, ['in', 'out']),
    field('action', 'name', 'What the security groups decided.', true, ['ACCEPT', 'REJECT']),
    field('packets', 'number', 'Packets in the capture window.', true),
    field('bytes', 'number', 'Bytes in the capture window, by the IP total length.', true),
    field('start', 'number', "Unix seconds of the first packet in the window. The record's time.", false),
    field('end', 'number', 'Unix seconds of the last packet in the window.', false),
    field('tcp-flags', 'number', 'Flag bytes of all TCP packets, or-ed.', true, ['syn', 'ack', 'fin', 'rst', 'psh', 'urg']),
    field('log-status', 'name', 'Whether the window could be recorded.', false, ['OK', 'NODATA', 'SKIPDATA']),
    field('traffic_path', 'number', "Alibaba's scenario code: 0 other, 2 within the VPC, 14 and 15 the Internet by IPv6 and IPv4.", true),
    field('rule-id', 'text', 'The security group rule that decided, or the default that did.', true),
    field('rule-version', 'number', "Version of that rule's security group; 0 for a default.", true),
    field('skip-reason', 'text', 'Why traffic was skipped, in SKIPDATA records.', false),
    field('icmp', 'text', 'ICMP type and code such as 8/0; - for other protocols.', true),
    field('sampling-rate', 'number', 'N where 1 of N packets was looked at; 0 where every packet was counted.', false),
    field('bytes-error', 'number', 'Standard error of bytes where packets were sampled. Else 0.', true),
    { name: 'host', type: 'address', description: 'srcaddr or dstaddr.', ofTraffic: true },
    { name: 'port', type: 'number', description: 'srcport or dstport.', ofTraffic: true, values: ['ssh', 'https'] },
    field('__time__', 'number', 'start', false),
  ],
  keywords,
  functions: [...aggregates.map((name) => ({ name, kind: 'aggregate' as const, signature: `${name}(x)`, description: '' })), ...scalars.map((name) => ({ name, kind: 'scalar' as const, signature: `${name}(x)`, description: '' }))],
};
