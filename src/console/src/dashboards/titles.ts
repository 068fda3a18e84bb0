import { both } from '../app/preferences';

export const reportNames = ['summary', 'traffic', 'rejection', 'overview', 'center-overview', 'policy', 'eni', 'inter-ecs'];

/** Titles of the reports and their charts by name; others have what the API calls them. */
export const titles = both<Record<string, string>>(
  {
    summary: 'Summary', traffic: 'Traffic', rejection: 'Rejections', overview: 'Overview', 'center-overview': 'Center: overview', policy: 'Center: policies', eni: 'Center: ENIs', 'inter-ecs': 'Center: instances',
    'summary/actions': 'Traffic', 'summary/traffic': 'Traffic over time by action and direction', 'summary/protocols': 'Protocols', 'summary/ports': 'Top destination ports', 'summary/sources': 'Top sources',
    'summary/destinations': 'Top destinations', 'summary/enis': 'Top ENIs', 'summary/heat': 'Sources over time', 'summary/map': 'Who talks to whom',
    'traffic/bytes-by-source': 'Bytes by source over time', 'traffic/destination-ports': 'Destination ports by accepted bytes', 'traffic/protocols': 'Bytes over time by protocol',
    'rejection/rejected-bytes': 'Rejected traffic by rule', 'rejection/share-of-bytes': 'Share of rejected bytes by rule', 'rejection/share-of-packets': 'Share of rejected packets by rule',
    'overview/actions': 'Records by action', 'overview/accepted-bytes': 'Accepted bytes', 'overview/rejected-bytes': 'Rejected bytes', 'overview/accepted-packets': 'Accepted packets',
    'center-overview/actions': 'Accepted and rejected over time', 'center-overview/directions': 'In and out over time', 'center-overview/vpcs': 'Traffic by VPC', 'center-overview/enis': 'Traffic by ENI',
    'center-overview/map': 'Who talks to whom', 'center-overview/sources': 'Different sources', 'center-overview/destinations': 'Different destinations', 'center-overview/flows': 'Different five-tuples',
    'policy/accepted': 'Accepted over time', 'policy/rejected': 'Rejected over time', 'policy/accepted-flows': 'Accepted five-tuples with the most records', 'policy/rejected-flows': 'Rejected five-tuples with the most records',
    'eni/inbound': 'Inbound traffic by ENI', 'eni/outbound': 'Outbound traffic by ENI', 'inter-ecs/conversations': 'Traffic of instances by peer',
  },
  {
    summary: '概要', traffic: '流量', rejection: '拒绝', overview: '总览', 'center-overview': '日志中心：总览', policy: '日志中心：策略统计', eni: '日志中心：网卡流量', 'inter-ecs': '日志中心：ECS 间流量',
    'summary/actions': '流量', 'summary/traffic': '流量趋势（按动作和方向）', 'summary/protocols': '协议占比', 'summary/ports': '目的端口排行', 'summary/sources': '源地址排行',
    'summary/destinations': '目的地址排行', 'summary/enis': '弹性网卡排行', 'summary/heat': '源地址流量热力图', 'summary/map': '通信关系',
    'traffic/bytes-by-source': '源地址字节数热力图', 'traffic/destination-ports': '目的端口排行（允许的字节数）', 'traffic/protocols': '字节数趋势（按协议）',
    'rejection/rejected-bytes': '各规则拒绝的流量', 'rejection/share-of-bytes': '各规则拒绝字节数占比', 'rejection/share-of-packets': '各规则拒绝数据包占比',
    'overview/actions': '各动作的日志条数', 'overview/accepted-bytes': '允许的字节数', 'overview/rejected-bytes': '拒绝的字节数', 'overview/accepted-packets': '允许的数据包数',
    'center-overview/actions': '允许与拒绝趋势', 'center-overview/directions': '入方向与出方向趋势', 'center-overview/vpcs': '各专有网络 VPC 的流量', 'center-overview/enis': '各弹性网卡的流量',
    'center-overview/map': '通信关系', 'center-overview/sources': '源地址数', 'center-overview/destinations': '目的地址数', 'center-overview/flows': '五元组数',
    'policy/accepted': '允许趋势', 'policy/rejected': '拒绝趋势', 'policy/accepted-flows': '日志条数最多的允许五元组', 'policy/rejected-flows': '日志条数最多的拒绝五元组',
    'eni/inbound': '各弹性网卡的入方向流量', 'eni/outbound': '各弹性网卡的出方向流量', 'inter-ecs/conversations': 'ECS 实例与对端的流量',
  },
);
