import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/network/resources';
import { decisions, type RuledGroup } from '../../src/securitygroups/order';
import { judge } from './judge';
import { readCases } from './ruleCases';

const cases = readCases();

describe('the order of decision is the service’s', () => {
  it('has cases to show it', () => {
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.every(({ flows }) => flows.length > 0)).toBe(true);
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    for (const flow of each.flows) {
      const [question = '', expected = ''] = flow.split('=');
      expect(`${question}= ${judge(each, question)}`).toBe(`${question}= ${expected.trim()}`);
    }
  });
});

const rule = (id: string, priority: number, policy: Rule['policy'], direction: Rule['direction'] = 'ingress'): Rule => ({ id, direction, protocol: 'all', portRange: '-1/-1', sourceCidr: '0.0.0.0/0', policy, priority, description: '' });

describe('what decides', () => {
  const group: RuledGroup = { id: 'sg-a', type: 'normal', innerAccessPolicy: 'accept', version: 3, rules: [rule('late', 100, 'drop'), rule('yes', 2, 'accept'), rule('no', 2, 'drop'), rule('out', 1, 'accept', 'egress'), rule('yes-too', 2, 'accept'), rule('first', 1, 'accept')] };
  const names = (of: RuledGroup, direction: Rule['direction']) => decisions([of], direction).map((decision) => (decision.kind === 'rule' ? decision.rule.id : decision.kind));

  it('goes by priority, drop before accept, what was added first before the rest', () => {
    expect(names(group, 'ingress')).toEqual(['inner-access-accept', 'first', 'no', 'yes', 'yes-too', 'late', 'default-ingress-drop']);
  });

  it('of outgoing flows knows no isolation', () => {
    expect(names({ ...group, innerAccessPolicy: 'drop' }, 'egress')).toEqual(['out', 'default-egress-accept']);
    expect(names({ ...group, innerAccessPolicy: 'drop', rules: [] }, 'ingress')).toEqual(['inner-access-drop', 'default-ingress-drop']);
  });

  it('in an advanced group has no access between members', () => {
    expect(names({ ...group, type: 'enterprise', innerAccessPolicy: undefined, rules: [] }, 'ingress')).toEqual(['default-ingress-drop']);
    expect(names({ ...group, type: 'enterprise', innerAccessPolicy: undefined, rules: [] }, 'egress')).toEqual(['default-egress-drop']);
  });
});
