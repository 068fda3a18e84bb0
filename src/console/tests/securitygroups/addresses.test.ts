import { describe, expect, it } from 'vitest';
import { contains, parseBlock, type Block } from '../../src/securitygroups/addresses';

const block = (text: string) => parseBlock(text) as Block;

describe('blocks of addresses', () => {
  it.each([
    ['10.0.0.0/8', { isV6: false, bits: 0x0a000000n, length: 8 }],
    ['0.0.0.0/0', { isV6: false, bits: 0n, length: 0 }],
    ['255.255.255.255', { isV6: false, bits: 0xffffffffn, length: 32 }],
    ['::/0', { isV6: true, bits: 0n, length: 0 }],
    ['::1', { isV6: true, bits: 1n, length: 128 }],
    ['2001:db8::/32', { isV6: true, bits: 0x20010db8n << 96n, length: 32 }],
    ['1:2:3:4:5:6:7:8/128', { isV6: true, bits: 0x00010002000300040005000600070008n, length: 128 }],
    ['::ffff:1.2.3.4', { isV6: true, bits: 0xffff01020304n, length: 128 }],
  ])('are read: %s', (text, expected) => {
    expect(parseBlock(text)).toEqual(expected);
  });

  it.each(['', '/', '10.0.0.0/33', '10.0.0/8', '10.0.0.256', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/x', '::/129', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4::5:6:7:8', 'g::', '12345::', '1.2.3.4::'])('that are none are not: %j', (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  it.each([
    ['10.0.0.0/8', '10.255.0.0/16', true], ['10.0.0.0/8', '10.0.0.0/8', true], ['10.0.0.0/8', '10.0.0.0/7', false], ['10.0.0.0/8', '11.0.0.0/8', false],
    ['0.0.0.0/0', '203.0.113.9/32', true], ['0.0.0.0/0', '::/0', false], ['::/0', '10.0.0.0/8', false], ['::/0', 'ffff::/16', true],
    ['2001:db8::/32', '2001:db8:ffff::/48', true], ['2001:db8::/33', '2001:db8:8000::/33', false], ['fd00::1/128', 'fd00::1/128', true], ['fd00::1/128', 'fd00::2/128', false],
    ['10.1.2.128/25', '10.1.2.127/32', false], ['10.1.2.128/25', '10.1.2.128/32', true], ['10.1.2.128/25', '10.1.2.255/32', true],
  ])('%s holds %s: %s', (outer, inner, expected) => {
    expect(contains(block(outer), block(inner))).toBe(expected);
  });
});
