import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/network/resources';
import { compare, isSame, type RuleText } from '../../src/securitygroups/compare';

const web: Rule = { id: 'sgr-web', direction: 'ingress', protocol: 'tcp', portRange: '443/443', sourceCidr: '0.0.0.0/0', policy: 'accept', priority: 10, description: 'HTTPS' };
const out: Rule = { id: 'sgr-out', direction: 'egress', protocol: 'all', portRange: '-1/-1', destGroupId: 'sg-b', policy: 'drop', priority: 1, description: '' };

describe('the difference of two versions', () => {
  it('is none for the same rules, whatever their order', () => {
    expect(isSame(compare([web, out], [out, web]))).toBe(true);
    expect(compare([web, out], [{ ...out }, { ...web, sourcePortRange: '-1/-1' }])).toEqual({ added: [], removed: [], changed: [], unchanged: 2 });
  });

  it('names what came, what went, and what stayed', () => {
    const added: RuleText = { ...web, id: undefined };
    expect(compare([web, out], [web, added])).toEqual({ added: [added], removed: [out], changed: [], unchanged: 1 });
    expect(compare([], [web]).added).toEqual([web]);
    expect(compare([web], []).removed).toEqual([web]);
  });

  it('of a rule is told field by field', () => {
    const after: Rule = { ...web, portRange: '80/80', sourceCidr: undefined, sourcePrefixListId: 'pl-1', destCidr: '10.0.0.5/32', policy: 'drop', priority: 2, description: '', sourcePortRange: '1/2' };
    expect(compare([web], [after]).changed).toEqual([{
      rule: after,
      fields: [
        { field: 'policy', before: 'accept', after: 'drop' },
        { field: 'portRange', before: '443/443', after: '80/80' },
        { field: 'sourcePortRange', before: '-1/-1', after: '1/2' },
        { field: 'peer', before: '0.0.0.0/0', after: 'pl-1' },
        { field: 'own', before: 'any', after: '10.0.0.5/32' },
        { field: 'priority', before: '10', after: '2' },
        { field: 'description', before: 'HTTPS', after: '' },
      ],
    }]);
  });

  it('sees only what counts of a side that is said more than once', () => {
    expect(isSame(compare([web], [{ ...web, sourceGroupId: 'sg-b', sourcePrefixListId: 'pl-1' }]))).toBe(true);
  });
});
