/** Queries that answer what people ask of flow logs first. */
export const examples = {
  refused: 'action: REJECT | SELECT srcaddr, count(*) AS records, sum(packets) AS packets FROM log GROUP BY srcaddr ORDER BY records DESC LIMIT 20',
  rules: 'action: REJECT | SELECT "rule-id", count(*) AS records, sum(packets) AS packets FROM log GROUP BY "rule-id" ORDER BY records DESC LIMIT 20',
  minutes: 'log-status: OK | SELECT __time__ - __time__ % 60 AS minute, action, sum(bytes) AS bytes FROM log GROUP BY minute, action ORDER BY minute LIMIT 10000',
  talkers: 'log-status: OK | SELECT srcaddr, dstaddr, sum(bytes) AS bytes FROM log GROUP BY srcaddr, dstaddr ORDER BY bytes DESC LIMIT 30',
  scans: 'protocol: tcp and direction: in and tcp-flags: (syn and not ack)\n| SELECT srcaddr, count(DISTINCT dstport) AS ports, count(DISTINCT dstaddr) AS hosts, count(*) AS records\n  FROM log GROUP BY srcaddr HAVING count(DISTINCT dstport) >= 5 ORDER BY ports DESC LIMIT 20',
  dns: 'dstport: dns and protocol: (udp or tcp) | SELECT srcaddr, dstaddr, count(*) AS records, sum(packets) AS packets FROM log GROUP BY srcaddr, dstaddr ORDER BY records DESC LIMIT 50',
  large: 'log-status: OK | SELECT start, srcaddr, dstaddr, protocol_name(protocol) AS protocol, dstport, action, bytes, packets FROM log ORDER BY bytes DESC LIMIT 50',
  missing: 'log-status: SKIPDATA | SELECT "eni-id", "skip-reason", count(*) AS windows, min(start) AS since, max("end") AS until FROM log GROUP BY "eni-id", "skip-reason" ORDER BY windows DESC LIMIT 100',
} as const;

export type ExampleName = keyof typeof examples;
