/** Services by the port they listen at, the usual name of each; as the API's port_name, for what people meet most. */
const services: Record<number, string> = {
  7: 'echo', 20: 'ftp-data', 21: 'ftp', 22: 'ssh', 23: 'telnet', 25: 'smtp', 37: 'time', 43: 'whois', 49: 'tacacs', 53: 'dns', 67: 'dhcp', 68: 'bootpc', 69: 'tftp', 80: 'http', 88: 'kerberos',
  110: 'pop3', 111: 'sunrpc', 119: 'nntp', 123: 'ntp', 135: 'msrpc', 137: 'netbios-ns', 138: 'netbios-dgm', 139: 'netbios-ssn', 143: 'imap', 161: 'snmp', 162: 'snmptrap', 179: 'bgp', 194: 'irc', 389: 'ldap', 443: 'https',
  445: 'smb', 464: 'kpasswd', 465: 'smtps', 500: 'isakmp', 514: 'syslog', 515: 'printer', 520: 'rip', 546: 'dhcpv6-client', 547: 'dhcpv6-server', 554: 'rtsp', 587: 'submission', 631: 'ipp', 636: 'ldaps', 853: 'dns-over-tls',
  873: 'rsync', 990: 'ftps', 993: 'imaps', 995: 'pop3s', 1080: 'socks', 1194: 'openvpn', 1433: 'mssql', 1434: 'ms-sql-m', 1521: 'oracle', 1701: 'l2tp', 1723: 'pptp', 1812: 'radius', 1883: 'mqtt', 1900: 'ssdp',
  2049: 'nfs', 2181: 'zookeeper', 2375: 'docker', 2376: 'docker-s', 2379: 'etcd-client', 2380: 'etcd-server', 3128: 'squid', 3268: 'msft-gc', 3306: 'mysql', 3389: 'rdp', 3478: 'stun', 3690: 'svn', 4500: 'ipsec-nat-t',
  4789: 'vxlan', 5060: 'sip', 5061: 'sips', 5222: 'xmpp-client', 5353: 'mdns', 5355: 'llmnr', 5432: 'postgres', 5671: 'amqps', 5672: 'amqp', 5900: 'vnc', 5984: 'couchdb', 5985: 'winrm', 5986: 'winrm-s', 6081: 'geneve',
  6379: 'redis', 6443: 'kubernetes', 8080: 'http-alt', 8123: 'clickhouse', 8443: 'https-alt', 8883: 'mqtts', 9042: 'cassandra', 9090: 'prometheus', 9092: 'kafka', 9200: 'elasticsearch', 9418: 'git',
  10050: 'zabbix-agent', 10051: 'zabbix-trapper', 10250: 'kubelet', 11211: 'memcached', 27017: 'mongodb', 51820: 'wireguard',
};

const protocols: Record<number, string> = {
  1: 'ICMP', 2: 'IGMP', 4: 'IPIP', 6: 'TCP', 17: 'UDP', 33: 'DCCP', 41: 'IPv6', 47: 'GRE', 50: 'ESP', 51: 'AH', 58: 'ICMPv6', 88: 'EIGRP', 89: 'OSPF', 103: 'PIM', 112: 'VRRP', 132: 'SCTP', 136: 'UDPLite',
};

/** `443 https`; the number alone where no service is known. */
export function portText(port: number): string {
  const service = services[port];
  return service === undefined ? String(port) : `${port} ${service}`;
}

export const protocolText = (protocol: number): string => protocols[protocol] ?? String(protocol);

/** Whether the protocol has ports. */
export const hasPorts = (protocol: number): boolean => [6, 17, 33, 132, 136].includes(protocol);
