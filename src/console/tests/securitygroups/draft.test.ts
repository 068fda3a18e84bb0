import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/network/resources';
import { cellErrors, stillWrong } from '../../src/securitygroups/cellErrors';
import { compare, isSame } from '../../src/securitygroups/compare';
import { draftOf, duplicated, newRule, rebased, toRule, withProtocol, type DraftRule } from '../../src/securitygroups/draft';
import { moved, places, sorted } from '../../src/securitygroups/move';

const rules: Rule[] = [
  { id: 'a', direction: 'ingress', protocol: 'tcp', portRange: '22/22', sourceCidr: '10.0.0.0/8', policy: 'accept', priority: 1, description: 'x' },
  { id: 'b', direction: 'egress', protocol: 'all', portRange: '-1/-1', destGroupId: 'sg-b', policy: 'drop', priority: 5, description: '' },
  { id: 'c', direction: 'ingress', protocol: 'udp', portRange: '53/53', sourcePortRange: '1000/2000', sourcePrefixListId: 'pl-1', destCidr: '10.9.0.0/16', policy: 'accept', priority: 100, description: '' },
];

describe('a draft', () => {
  it('that nobody touched says what the group says', () => {
    expect(isSame(compare(rules, draftOf({ version: 1, rules }).rules.map(toRule)))).toBe(true);
    expect(draftOf({ version: 1, rules }).innerAccessPolicy).toBeUndefined();
    expect(draftOf({ version: 1, rules, innerAccessPolicy: 'drop' }).innerAccessPolicy).toBe('drop');
  });

  it('keeps ids only of rules that are there', () => {
    const kept = rebased(draftOf({ version: 1, rules }), { version: 4, rules: rules.slice(1) });
    expect(kept.base).toBe(4);
    expect(kept.rules.map((rule) => rule.id)).toEqual([undefined, 'b', 'c']);
  });

  it('gives every new rule a key of its own', () => {
    let list = draftOf({ version: 1, rules }).rules;
    list = [...list, newRule(list, 'ingress')];
    list = duplicated(duplicated(list, 'a'), 'new-1');
    expect(list.map((rule) => rule.key)).toEqual(['a', 'new-2', 'b', 'c', 'new-1', 'new-3']);
    expect(list[1]).toEqual({ ...list[0], key: 'new-2', id: undefined });
  });

  it.each([['443', '443/443'], ['8000-8080', '8000/8080'], [' 22/22 ', '22/22'], ['', undefined], ['x', 'x'], ['-1/-1', '-1/-1']])('takes ports as people write them: %j', (typed, sent) => {
    expect(toRule({ ...newRule([], 'ingress'), portRange: typed }).portRange).toBe(sent);
  });

  it('says each side by its kind, and leaves out what is empty', () => {
    const rule: DraftRule = { ...newRule([], 'egress'), peerKind: 'group', peer: ' sg-b ', ownKind: 'cidr', own: '10.0.0.5/32', priority: '7' };
    expect(toRule(rule)).toMatchObject({ destGroupId: 'sg-b', sourceCidr: '10.0.0.5/32', priority: 7 });
    expect(JSON.parse(JSON.stringify(toRule({ ...newRule([], 'ingress'), priority: 'high' })))).toEqual({ direction: 'ingress', protocol: 'tcp', policy: 'accept', priority: 'high', description: '' });
  });

  it('changes ports with the protocol where it must', () => {
    const rule = { ...newRule([], 'ingress'), portRange: '22/22', sourcePortRange: '1/2' };
    expect(withProtocol(rule, 'icmp')).toMatchObject({ portRange: '-1/-1', sourcePortRange: '' });
    expect(withProtocol(withProtocol(rule, 'ALL'), 'udp').portRange).toBe('');
    expect(withProtocol(rule, 'udp').portRange).toBe('22/22');
    expect(withProtocol(rule, '132').portRange).toBe('22/22');
  });
});

describe('problems of the API', () => {
  const sent = [{ key: 'a', direction: 'ingress' }, { key: 'b', direction: 'egress' }];
  const at = (field: string) => ({ field, code: 'X', message: field });

  it.each([
    ['rules[0].portRange', 'a', 'portRange'], ['rules[1].priority', 'b', 'priority'], ['rules[0].sourceCidr', 'a', 'peer'], ['rules[1].sourceCidr', 'b', 'own'], ['rules[1].destGroupId', 'b', 'peer'],
    ['rules[0].destPrefixListId', 'a', 'own'], ['rules[0].cidr', 'a', 'peer'], ['rules[1].groupId', 'b', 'peer'], ['rules[0].id', 'a', 'rule'], ['rules[0]', 'a', 'rule'], ['rules[0].sourcePortRange', 'a', 'sourcePortRange'],
  ] as const)('%s stands at %s, %s', (field, key, cell) => {
    const { byRule, others } = cellErrors([at(field)], sent);
    expect(byRule.get(key)).toEqual({ [cell]: [field] });
    expect(others).toEqual([]);
  });

  it('are all there at once, and those of no rule apart', () => {
    const { byRule, others } = cellErrors([at('rules[0].portRange'), at('rules[0].portRange'), at('rules[0].cidr'), at('rules'), at('rules[7].cidr'), at('')], sent);
    expect(byRule.get('a')).toEqual({ portRange: ['rules[0].portRange', 'rules[0].portRange'], peer: ['rules[0].cidr'] });
    expect(others.map(({ field }) => field)).toEqual(['rules', 'rules[7].cidr', '']);
  });

  it('go with the change of their cell, wherever the rule has got to, and with the rule', () => {
    const [first, second] = [{ ...newRule([], 'ingress'), key: 'a' }, { ...newRule([], 'egress'), key: 'b' }];
    const { byRule } = cellErrors([at('rules[0].portRange'), at('rules[0].sourceCidr'), at('rules[1].id')], [first, second]);
    const cellsOf = (now: DraftRule[]) => [...stillWrong(byRule, [first, second], now)].map(([key, own]) => `${key} ${Object.keys(own).join(' ')}`);
    expect(cellsOf([second, first])).toEqual(['a portRange peer', 'b rule']);
    expect(cellsOf([{ ...second, priority: '2' }, { ...first, description: 'x' }])).toEqual(['a portRange peer']);
    expect(cellsOf([{ ...first, portRange: '22' }, second])).toEqual(['a peer', 'b rule']);
    expect(cellsOf([{ ...first, portRange: '22', peerKind: 'group' }])).toEqual([]);
  });
});

describe('moving a rule', () => {
  const rule = (key: string, priority: number | string, policy: DraftRule['policy'], direction: DraftRule['direction'] = 'ingress'): DraftRule => ({ ...newRule([], direction), key, priority: String(priority), policy });
  const keys = (list: DraftRule[] | undefined) => list?.map(({ key }) => key).join(' ');

  it('knows the place of each in its direction', () => {
    const list = [rule('x', 'no number', 'accept'), rule('e', 1, 'accept', 'egress'), rule('b', 2, 'accept'), rule('a', 2, 'drop')];
    expect(keys(sorted(list))).toBe('a b x e');
    expect([...places(list)]).toEqual([['a', 1], ['b', 2], ['x', 3], ['e', 1]]);
  });

  it.each([
    ['takes the neighbour’s priority', [rule('a', 1, 'accept'), rule('b', 10, 'accept')], 'b', -1, 'b a', 'b', '1'],
    ['goes beyond it where drop comes before accept', [rule('a', 5, 'drop'), rule('b', 10, 'accept')], 'b', -1, 'b a', 'b', '4'],
    ['later, too', [rule('a', 5, 'drop'), rule('b', 10, 'accept')], 'a', 1, 'b a', 'a', '11'],
    ['changes places of equals', [rule('a', 5, 'accept'), rule('b', 5, 'accept')], 'a', 1, 'b a', 'a', '5'],
  ] as const)('%s', (_, list, key, by, order, mover, priority) => {
    const result = moved([...list], key, by);
    expect(keys(result)).toBe(order);
    expect(result?.find((each) => each.key === mover)?.priority).toBe(priority);
  });

  it('stops at the ends, at the other direction, and where no priority is left', () => {
    const list = [rule('a', 1, 'drop'), rule('b', 1, 'accept'), rule('e', 1, 'accept', 'egress')];
    expect(moved(list, 'a', -1)).toBeUndefined();
    expect(moved(list, 'b', -1)).toBeUndefined();
    expect(moved(list, 'b', 1)).toBeUndefined();
    expect(moved(list, 'gone', 1)).toBeUndefined();
    expect(moved([rule('a', 100, 'drop'), rule('b', 100, 'accept')], 'a', 1)).toBeUndefined();
  });
});
