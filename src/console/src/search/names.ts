const protocols: Record<number, string> = { 1: 'ICMP', 2: 'IGMP', 4: 'IPIP', 6: 'TCP', 17: 'UDP', 33: 'DCCP', 41: 'IPv6', 47: 'GRE', 50: 'ESP', 51: 'AH', 58: 'ICMPv6', 88: 'EIGRP', 89: 'OSPF', 103: 'PIM', 112: 'VRRP', 132: 'SCTP', 136: 'UDPLite' };

const ports: Record<number, string> = { 20: 'ftp-data', 21: 'ftp', 22: 'ssh', 23: 'telnet', 25: 'smtp', 53: 'dns', 67: 'dhcp', 69: 'tftp', 80: 'http', 88: 'kerberos', 110: 'pop3', 123: 'ntp', 135: 'msrpc', 143: 'imap', 161: 'snmp', 179: 'bgp', 389: 'ldap', 443: 'https', 445: 'smb', 465: 'smtps', 514: 'syslog', 587: 'submission', 636: 'ldaps', 853: 'dns-over-tls', 993: 'imaps', 995: 'pop3s', 1433: 'mssql', 1521: 'oracle', 1883: 'mqtt', 2049: 'nfs', 2375: 'docker', 2379: 'etcd-client', 3128: 'squid', 3306: 'mysql', 3389: 'rdp', 5432: 'postgres', 5672: 'amqp', 5900: 'vnc', 5985: 'winrm', 6379: 'redis', 6443: 'kubernetes', 8080: 'http-alt', 8443: 'https-alt', 9042: 'cassandra', 9090: 'prometheus', 9092: 'kafka', 9200: 'elasticsearch', 11211: 'memcached', 27017: 'mongodb', 51820: 'wireguard' };

const flags = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

export const protocolName = (number: number): string | undefined => protocols[number];

export const portName = (number: number): string | undefined => ports[number];

/** The names of the flags that are set, in the order of their bits. */
export const flagNames = (bits: number): string => flags.filter((_, bit) => bits & (1 << bit)).join(' ');

/** A number as it is, with its name beside it where the field has names. */
export function namedValue(field: string, value: string | number): string {
  if (typeof value !== 'number') return value;
  const name = field === 'protocol' ? protocolName(value) : field === 'tcp-flags' ? flagNames(value) : field === 'srcport' || field === 'dstport' ? portName(value) : undefined;
  return name ? `${value} ${name}` : String(value);
}
