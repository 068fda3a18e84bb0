import { both } from '../app/preferences';
import type { SourceType } from './resources';

export const eniTexts = both(
  {
    addresses: 'Addresses', privateIps: 'Private IPv4 addresses', ipv6s: 'IPv6 addresses', instance: 'Instance', mac: 'MAC address', source: 'Traffic source', sourceType: 'Where traffic comes from', yes: 'yes', actions: 'Actions',
    groupsHint: '1 to 10, all of the same type.', chooseVSwitchFirst: 'Choose a VSwitch; its VPC’s security groups then stand here.', noGroups: 'This VPC has no security group yet. Make one first.',
    privateIpsHint: (block: string | undefined) => `One a line, the primary one first${block ? `, within ${block}` : ''}.`, privateIpsChosen: 'Left empty, a free one is chosen.', noIpv6: 'The VSwitch has no IPv6 block.', instanceHint: 'Optional: i- and lower-case letters or digits. Records have it as vm-id.',
    sources: { pcap: 'Capture files', generator: 'Generator', interface: 'Network interface', 'vnet-flow-logs': 'Azure VNet flow logs', 'nsg-flow-logs': 'Azure NSG flow logs', 'aws-flow-logs': 'AWS flow logs', none: 'None' } as Record<SourceType, string>,
    sourceHints: {
      pcap: 'pcap and pcapng files that are handed over.', generator: 'Made-up traffic, the same for the same seed.', interface: 'Traffic of a network interface of the host that runs the service (Linux).',
      'vnet-flow-logs': 'Azure’s flow logs of the ENI’s MAC address.', 'nsg-flow-logs': 'Azure’s flow logs of the ENI’s MAC address.', 'aws-flow-logs': 'AWS’s flow logs of an interface.', none: 'There is no source: its windows are recorded as skipped.',
    } as Record<SourceType, string>,
    interface: 'Interface', interfaceHint: 'Its name on the host.', interfaceId: 'AWS interface id', seed: 'Seed', seedHint: '1 to 2147483647; empty: it follows from the id.', flowsPerMinute: 'Flows a minute', flowsPerMinuteHint: '1 to 100000; empty: 200.',
    samplingRate: 'Sampling rate', samplingRateHint: 'Only 1 of so many packets is looked at; empty: all.', oneOf: (count: string) => `1 of ${count}`, insideTunnels: 'Look inside tunnels', insideTunnelsHint: 'Counts the packet inside VXLAN, Geneve and GRE, not the one outside.',
    damage: 'Some capture files cannot be read to their end:', captures: 'Capture files', noCaptures: 'No capture file yet. Choose one above and upload it.', file: 'File', status: 'Status', packets: 'Packets', shifted: 'moved to its time of arrival', skipped: 'Skipped packets',
    nextPacket: (time: string) => `next packet ${time}`, statuses: { waiting: 'waiting', reading: 'reading', done: 'done', damaged: 'damaged' },
    skipReasons: { Arp: 'ARP', NonIp: 'not IP', Encrypted: 'encrypted', CutHeader: 'cut header', BadHeader: 'bad header', UnknownLinkType: 'unknown link type', ImpossibleTime: 'impossible time', NotLogged: 'not logged at the time' } as Record<string, string>,
    deleteFile: (name: string) => `Delete ${name}`, deleteFileAsk: 'Records that were made from it stay; packets that were not read yet are lost.',
    chooseFile: 'Capture file', fileHint: 'pcap or pcapng, as it is or gzipped.', fileMissing: 'Choose a file.', fileName: 'Name here', replaces: 'A file of this name is there. It is replaced, and what is put counts again as new traffic.',
    shift: 'Move its packets to now', shiftHint: 'The first packet happens now, the others after it. Otherwise packets keep their times.', upload: 'Upload', uploading: 'Upload', storing: 'being stored…',
  },
  {
    addresses: '地址', privateIps: '私网 IPv4 地址', ipv6s: 'IPv6 地址', instance: '实例', mac: 'MAC 地址', source: '流量来源', sourceType: '流量从何而来', yes: '是', actions: '操作',
    groupsHint: '1～10 个，类型须一致。', chooseVSwitchFirst: '请先选择交换机，此处将列出其专有网络的安全组。', noGroups: '该专有网络还没有安全组，请先创建。',
    privateIpsHint: (block: string | undefined) => `每行一个，首行为主私网 IP${block ? `，须位于 ${block} 内` : ''}。`, privateIpsChosen: '留空则自动分配一个空闲地址。', noIpv6: '该交换机没有 IPv6 网段。', instanceHint: '可选：i- 加小写字母或数字，对应日志中的 vm-id。',
    sources: { pcap: '抓包文件', generator: '流量生成器', interface: '主机网络接口', 'vnet-flow-logs': 'Azure VNet 流日志', 'nsg-flow-logs': 'Azure NSG 流日志', 'aws-flow-logs': 'AWS 流日志', none: '无' } as Record<SourceType, string>,
    sourceHints: {
      pcap: '上传的 pcap 或 pcapng 文件。', generator: '模拟流量，种子相同则流量相同。', interface: '运行本服务的主机（Linux）的某个网络接口的流量。',
      'vnet-flow-logs': 'Azure 中该 MAC 地址的流日志。', 'nsg-flow-logs': 'Azure 中该 MAC 地址的流日志。', 'aws-flow-logs': 'AWS 中某个接口的流日志。', none: '没有流量来源：其窗口记为跳过。',
    } as Record<SourceType, string>,
    interface: '接口', interfaceHint: '主机上的接口名称。', interfaceId: 'AWS 接口 ID', seed: '种子', seedHint: '1～2147483647；留空则由 ID 得出。', flowsPerMinute: '每分钟流数', flowsPerMinuteHint: '1～100000；留空为 200。',
    samplingRate: '采样率', samplingRateHint: '每多少个数据包只查看 1 个；留空则查看全部。', oneOf: (count: string) => `${count} 取 1`, insideTunnels: '查看隧道内层', insideTunnelsHint: '统计 VXLAN、Geneve 和 GRE 内层的数据包，而非外层。',
    damage: '部分抓包文件无法完整读取：', captures: '抓包文件', noCaptures: '还没有抓包文件。请在上方选择文件并上传。', file: '文件', status: '状态', packets: '数据包', shifted: '时间已平移到上传时刻', skipped: '跳过的数据包',
    nextPacket: (time: string) => `下一个数据包 ${time}`, statuses: { waiting: '等待中', reading: '读取中', done: '已完成', damaged: '已损坏' },
    skipReasons: { Arp: 'ARP', NonIp: '非 IP', Encrypted: '已加密', CutHeader: '报头不完整', BadHeader: '报头错误', UnknownLinkType: '未知链路类型', ImpossibleTime: '时间异常', NotLogged: '当时未开启流日志' } as Record<string, string>,
    deleteFile: (name: string) => `删除 ${name}`, deleteFileAsk: '已由其产生的日志会保留；尚未读取的数据包将丢失。',
    chooseFile: '抓包文件', fileHint: 'pcap 或 pcapng，可用 gzip 压缩。', fileMissing: '请选择文件。', fileName: '保存为', replaces: '已有同名文件。上传后将被替换，其内容会作为新流量重新计入。',
    shift: '将数据包时间平移到现在', shiftHint: '第一个数据包的时间变为现在，其余依次顺延；否则保留原始时间。', upload: '上传', uploading: '上传进度', storing: '正在保存…',
  },
);
