import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/network/resources';
import { decisions, type RuledGroup } from '../../src/securitygroups/order';
import { shadows } from '../../src/securitygroups/shadows';
import { judge } from './judge';

let added = 0;

/** `protocol ports peer policy priority`, as in rules.cases. */
function rule(text: string, more: Partial<Rule> = {}): Rule {
  const [protocol = '', portRange = '', peer = '', policy, priority] = text.split(' ');
  const source = peer.startsWith('sg-') ? { sourceGroupId: peer } : peer.startsWith('pl-') ? { sourcePrefixListId: peer } : { sourceCidr: peer };
  return { id: `r${++added}`, direction: 'ingress', protocol, portRange, policy: policy as Rule['policy'], priority: Number(priority), description: '', ...source, ...more };
}

const lists: Record<string, string[]> = { 'pl-a': ['192.0.2.0/24', '198.51.100.0/24'], 'pl-part': ['192.0.2.128/25'], 'pl-none': [] };

/** Whether the second rule is never reached because of the first. */
function isHidden(first: Rule, second: Rule, group: Partial<RuledGroup> = {}): boolean {
  const order = decisions([{ id: 'sg-own', type: 'normal', innerAccessPolicy: 'drop', version: 1, rules: [first, second], ...group }], 'ingress');
  const by = shadows(order, (id) => lists[id]).get(second.id);
  return by?.kind === 'rule' && by.rule.id === first.id;
}

describe('a rule is never reached', () => {
  it.each([
    ['tcp 1/65535 10.0.0.0/8 drop 1', 'tcp 22/22 10.1.0.0/16 accept 2', true],
    ['all -1/-1 0.0.0.0/0 accept 1', 'udp 53/53 203.0.113.0/24 drop 2', true],
    ['all -1/-1 0.0.0.0/0 accept 1', 'udp 53/53 2001:db8::/32 drop 2', false],
    ['all -1/-1 ::/0 accept 1', 'icmpv6 -1/-1 fd00::/8 drop 2', true],
    ['tcp 80/90 10.0.0.0/8 accept 1', 'tcp 80/91 10.0.0.0/8 accept 2', false],
    ['tcp 80/90 10.0.0.0/8 accept 1', 'tcp 90/90 10.0.0.0/8 accept 2', true],
    ['tcp 80/90 10.0.0.0/8 accept 1', 'udp 80/90 10.0.0.0/8 accept 2', false],
    ['tcp 1/65535 10.0.0.0/8 accept 1', 'all -1/-1 10.0.0.0/8 accept 2', false],
    ['132 1/65535 10.0.0.0/8 accept 1', '132 -1/-1 10.0.0.0/8 accept 2', false],
    ['132 -1/-1 10.0.0.0/8 accept 1', '132 1/65535 10.0.0.0/8 accept 2', true],
    ['tcp 22/22 10.1.0.0/16 accept 1', 'tcp 22/22 10.0.0.0/8 accept 2', false],
    ['tcp 22/22 sg-b accept 1', 'tcp 22/22 sg-b drop 2', true],
    ['tcp 22/22 sg-b accept 1', 'tcp 22/22 sg-c drop 2', false],
    ['tcp 22/22 0.0.0.0/0 accept 1', 'tcp 22/22 sg-b drop 2', false],
    ['tcp 22/22 pl-a accept 1', 'tcp 22/22 198.51.100.7/32 drop 2', true],
    ['tcp 22/22 pl-a accept 1', 'tcp 22/22 198.51.0.0/16 drop 2', false],
    ['tcp 22/22 pl-a accept 1', 'tcp 22/22 pl-part drop 2', true],
    ['tcp 22/22 pl-part accept 1', 'tcp 22/22 pl-a drop 2', false],
    ['tcp 22/22 0.0.0.0/0 accept 1', 'tcp 22/22 pl-a drop 2', true],
    ['tcp 22/22 0.0.0.0/0 accept 1', 'tcp 22/22 pl-none drop 2', false],
    ['tcp 22/22 0.0.0.0/0 accept 1', 'tcp 22/22 pl-gone drop 2', false],
    ['tcp 22/22 pl-gone accept 1', 'tcp 22/22 pl-gone accept 2', true],
  ])('behind [%s]: [%s] %s', (first, second, expected) => {
    expect(isHidden(rule(first), rule(second))).toBe(expected);
  });

  it('only where it comes later in the order, wherever it was added', () => {
    const [wide, narrow] = [rule('tcp 1/65535 0.0.0.0/0 accept 1'), rule('tcp 22/22 10.0.0.0/8 drop 1')];
    expect(isHidden(wide, narrow)).toBe(false);
    expect(isHidden({ ...wide, policy: 'drop' }, { ...narrow, policy: 'accept' })).toBe(true);
  });

  it('only if source ports and the ENI’s own side are covered too', () => {
    const wide = rule('tcp 22/22 10.0.0.0/8 accept 1', { destCidr: '10.9.0.0/24', sourcePortRange: '1000/2000' });
    expect(isHidden(wide, rule('tcp 22/22 10.0.0.0/8 drop 2'))).toBe(false);
    expect(isHidden(wide, rule('tcp 22/22 10.0.0.0/8 drop 2', { destCidr: '10.9.0.7/32', sourcePortRange: '1500/1500' }))).toBe(true);
    expect(isHidden(wide, rule('tcp 22/22 10.0.0.0/8 drop 2', { destCidr: '10.9.0.7/32' }))).toBe(false);
    expect(isHidden({ ...wide, destCidr: undefined }, rule('tcp 22/22 10.0.0.0/8 drop 2', { sourcePortRange: '1000/1000' }))).toBe(true);
  });

  it('about the group’s own members where they reach each other anyway', () => {
    const own = rule('all -1/-1 sg-own drop 1');
    const of = (innerAccessPolicy: Rule['policy']) => shadows(decisions([{ id: 'sg-own', type: 'normal', innerAccessPolicy, version: 1, rules: [own] }], 'ingress'), () => undefined);
    expect(of('accept').get(own.id)?.kind).toBe('inner-access-accept');
    expect(of('drop').size).toBe(0);
  });

  it('means that it decides about no flow', () => {
    const pick = <T>(from: T[], at: number): T => from[at % from.length] as T;
    let [seed, hidden] = [7, 0];
    const next = () => (seed = (seed * 48271) % 2147483647);
    for (let round = 0; round < 200; round++) {
      const peers = ['0.0.0.0/0', '10.0.0.0/30', '10.0.0.2/31', '10.0.0.3/32', 'pl-b', 'sg-b'];
      const rules = Array.from({ length: 5 }, () => rule(`${pick(['tcp 1/3', 'tcp 2/2', 'tcp 2/3', 'all -1/-1'], next())} ${pick(peers, next())} ${pick(['accept', 'drop'], next())} ${(next() % 3) + 1}`));
      const groups: RuledGroup[] = [{ id: 'sg-own', type: 'normal', innerAccessPolicy: 'drop', version: 1, rules }];
      const members = new Map([['sg-b', ['10.0.0.1', '10.0.0.2']]]);
      const entries = new Map([['pl-b', ['10.0.0.2/32', '10.0.0.0/32']]]);
      const found = shadows(decisions(groups, 'ingress'), (id) => entries.get(id));
      hidden += found.size;
      for (const address of ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4']) {
        for (const port of [1, 2, 3, 4]) {
          const decided = judge({ name: '', groups, members, lists: entries, smtp: false, flows: [] }, `in tcp ${address} 9 10.9.9.9 ${port}`);
          expect([...found.keys()].some((id) => decided.includes(` ${id}@`))).toBe(false);
        }
      }
    }
    expect(hidden).toBeGreaterThan(100);
  });
});
