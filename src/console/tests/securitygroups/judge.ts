import type { Rule } from '../../src/network/resources';
import { contains, parseBlock } from '../../src/securitygroups/addresses';
import { decisions } from '../../src/securitygroups/order';
import { ownOf, peerOf, type Peer } from '../../src/securitygroups/peers';
import { coversPorts } from '../../src/securitygroups/shadows';
import type { RuleCase } from './ruleCases';

const numbers: Record<string, number> = { icmp: 1, tcp: 6, udp: 17, gre: 47, icmpv6: 58 };

/** The verdict on a flow line, by the console's order of decision. */
export function judge(of: RuleCase, question: string): string {
  const [way, protocol = '', source = '', sourcePort = '', destination = '', port = ''] = question.trim().split(/\s+/);
  const number = numbers[protocol] ?? Number(protocol);
  const [peer, own] = way === 'in' ? [source, destination] : [destination, source];
  if (of.groups.length === 0) return 'none @0';
  if (of.smtp && way === 'out' && number === 6 && port === '25') return 'reject platform-smtp-drop@0';
  for (const decision of decisions(of.groups, way === 'in' ? 'ingress' : 'egress')) {
    if (decision.kind === 'rule') {
      const { rule, version } = decision;
      if (isProtocol(rule, number, source.includes(':')) && coversPorts(rule.portRange, `${port}/${port}`) && coversPorts(rule.sourcePortRange, `${sourcePort}/${sourcePort}`) && isSide(of, peerOf(rule), peer) && isSide(of, ownOf(rule), own)) return verdict(rule.policy, rule.id, version);
    } else if (!('groupId' in decision) || isSide(of, { kind: 'group', value: decision.groupId }, peer)) return verdict(decision.policy, decision.kind, 0);
  }
  throw new Error('The default decides about every flow.');
}

const verdict = (policy: string, id: string, version: number) => `${policy === 'accept' ? 'accept' : 'reject'} ${id}@${version}`;

function isProtocol(rule: Rule, number: number, isV6: boolean): boolean {
  if (rule.protocol === 'all') return true;
  const own = numbers[rule.protocol] ?? Number(rule.protocol);
  return own === number && (own === 1 ? !isV6 : own === 58 ? isV6 : true);
}

function isSide(of: RuleCase, side: Peer, address: string): boolean {
  if (side.kind === 'any') return true;
  const within = side.kind === 'cidr' ? [side.value] : ((side.kind === 'group' ? of.members : of.lists).get(side.value) ?? []);
  const found = parseBlock(address);
  return found !== undefined && within.map(parseBlock).some((block) => block !== undefined && contains(block, found));
}
