import { usePreferences } from '../../app/preferences';
import { fieldOf, type SearchLanguage } from '../query/language';

/** What fields mean, in Chinese; in English the service tells it. */
const chinese: Record<string, string> = {
  version: '记录格式的版本：1。', 'account-id': '弹性网卡所属的账号。', 'eni-id': '采集到流量的弹性网卡。', 'vm-id': '弹性网卡绑定的实例，没有则为 -。', 'vswitch-id': '弹性网卡所属的交换机。', 'vpc-id': '弹性网卡所属的专有网络。',
  region: '弹性网卡所在的地域。', type: 'IP 地址类型。', protocol: 'IANA 协议号：1 为 ICMP，6 为 TCP，17 为 UDP。', srcaddr: '源地址。', srcport: '源端口，没有端口的协议为 0。', dstaddr: '目的地址。', dstport: '目的端口，没有端口的协议为 0。',
  direction: '相对于弹性网卡的方向。', action: '安全组的判定。', packets: '捕获窗口内的数据包数。', bytes: '捕获窗口内的字节数，按 IP 总长度计。', start: '窗口内第一个数据包的 Unix 时间（秒），即记录的时间。', end: '窗口内最后一个数据包的 Unix 时间（秒）。',
  'tcp-flags': '全部 TCP 数据包标志位的或：FIN 1、SYN 2、RST 4、PSH 8、ACK 16、URG 32。', 'log-status': '窗口是否得以记录。', traffic_path: '流量路径代码：0 其他，2 VPC 内，14 和 15 分别为 IPv6 和 IPv4 公网。',
  'rule-id': '作出判定的安全组规则或默认规则。', 'rule-version': '该规则所属安全组的版本，默认规则为 0。', 'skip-reason': 'SKIPDATA 记录中流量被跳过的原因。', icmp: 'ICMP 类型和代码，例如 8/0；其他协议为 -。',
  'sampling-rate': 'N 表示每 N 个数据包抽取一个并按比例放大；0 表示逐包计数。', 'bytes-error': '抽样时字节数的标准误差，否则为 0。',
};

export type Meanings = Record<string, string>;

const none: Meanings = {};

/** What is said of fields in the language in use beside what the service says. */
export const useMeanings = (): Meanings => (usePreferences().language === 'zh' ? chinese : none);

export const meaningOf = (meanings: Meanings, language: SearchLanguage, name: string): string => meanings[name] ?? fieldOf(language, name)?.description ?? '';
