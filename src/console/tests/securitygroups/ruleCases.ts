import text from '../../../../tests/FlowLog.Tests/Cases/rules.cases?raw';
import type { GroupType, Rule, RulePolicy } from '../../src/network/resources';
import type { RuledGroup } from '../../src/securitygroups/order';

/** One case of the service's own tests of its rules; the head of rules.cases explains the lines. */
export type RuleCase = { name: string; groups: RuledGroup[]; members: Map<string, string[]>; lists: Map<string, string[]>; smtp: boolean; flows: string[] };

export function readCases(): RuleCase[] {
  const cases: RuleCase[] = [];
  for (const line of text.split(/\r?\n/).filter((each) => each !== '' && !each.startsWith('#'))) {
    if (line.startsWith('case ')) cases.push({ name: line.slice(5), groups: [], members: new Map(), lists: new Map(), smtp: false, flows: [] });
    else add(cases.at(-1) as RuleCase, line, line.split(' ').filter((word) => word !== ''));
  }
  return cases;
}

function add(to: RuleCase, line: string, words: string[]): void {
  const [kind, first = ''] = words;
  const name = first.replace(/:$/, '');
  if (kind === 'group') {
    to.groups.push({ id: name, type: words[2] as GroupType, innerAccessPolicy: words[3] as RulePolicy, version: Number.parseInt(words[4] ?? '', 10), rules: [] });
    to.members.set(name, words.slice(5));
  } else if (kind === 'rule') to.groups.at(-1)?.rules.push(ruleOf(words));
  else if (kind === 'members') to.members.set(name, words.slice(2));
  else if (kind === 'list') to.lists.set(name, words.slice(2));
  else if (kind === 'smtp') to.smtp = true;
  else to.flows.push(line);
}

function ruleOf(words: string[]): Rule {
  const [, id = '', direction, protocol = '', portRange = '', peer = '', policy, priority] = words;
  const own = words.find((word) => word.startsWith('own='))?.slice(4) ?? 'any';
  const [near, far] = direction === 'ingress' ? ['source', 'dest'] : ['dest', 'source'];
  return {
    id, direction: direction as Rule['direction'], protocol: protocol.toLowerCase(), portRange, policy: policy as RulePolicy, priority: Number(priority), description: '',
    sourcePortRange: words.find((word) => word.startsWith('sport='))?.slice(6),
    ...side(near as string, peer), ...side(far as string, own),
  };
}

function side(name: string, peer: string): Partial<Rule> {
  return Object.fromEntries(peer.split('+').filter((word) => word !== 'any').map((word) => [`${name}${word.startsWith('sg-') ? 'GroupId' : word.startsWith('pl-') ? 'PrefixListId' : 'Cidr'}`, word]));
}
