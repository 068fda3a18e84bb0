/** How often the rules of a group decided, as `GET /api/securitygroups/{id}/hits` tells. */
export type Hits = { from: string; to: string; items: HitItem[]; logstores: unknown[] };

export type HitItem = { ruleId: string; ruleVersion?: number; records: number; packets: number; bytes: number; firstHit?: string | number; lastHit?: string | number };

export type RuleHits = { records: number; packets: number; bytes: number; lastHit: number | undefined };

/** By rule, over all versions of the group. */
export function byRule(items: HitItem[]): Map<string, RuleHits> {
  const sums = new Map<string, RuleHits>();
  for (const item of items) {
    const last = secondsOf(item.lastHit);
    const sum = sums.get(item.ruleId) ?? { records: 0, packets: 0, bytes: 0, lastHit: undefined };
    sums.set(item.ruleId, {
      records: sum.records + item.records,
      packets: sum.packets + item.packets,
      bytes: sum.bytes + item.bytes,
      lastHit: last === undefined ? sum.lastHit : Math.max(last, sum.lastHit ?? last),
    });
  }
  return sums;
}

function secondsOf(time: string | number | undefined): number | undefined {
  return typeof time === 'string' ? Date.parse(time) / 1000 : time;
}
