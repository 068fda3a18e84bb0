import { describe, expect, it } from 'vitest';
import { contextAt } from '../../src/search/query/completion';
import { suggestionsFor } from '../../src/search/query/suggestions';
import { language } from './language';

/** The context where the caret `^` stands in a text. */
const at = (text: string) => contextAt(text.replace('^', ''), text.indexOf('^'), language);
const offered = (text: string, values: string[] = []) => suggestionsFor(at(text), language, () => values).map((each) => each.text);

describe('the caret', () => {
  it.each([
    ['^', { part: 'search', kind: 'condition', typed: '' }],
    ['act^', { part: 'search', kind: 'condition', typed: 'act', from: 0, to: 3 }],
    ['action:^', { kind: 'value', field: 'action', typed: '' }],
    ['action: RE^', { kind: 'value', field: 'action', typed: 'RE', from: 8, to: 10 }],
    ['action = ^', { kind: 'value', field: 'action' }],
    ['bytes: >= ^', { kind: 'value', field: 'bytes' }],
    ['"eni-id": "eni^"', { kind: 'value', field: 'eni-id', typed: 'eni', from: 10, to: 15 }],
    ['action: REJECT ^', { kind: 'joiner', typed: '' }],
    ['action: REJECT an^', { kind: 'condition', typed: 'an' }],
    ['action: REJECT and ^', { kind: 'condition', typed: '' }],
    ['(^', { kind: 'condition' }],
    ['dstport: (22 or ^', { kind: 'value', field: 'dstport' }],
    ['dstport: (22 ^', { kind: 'joiner' }],
    ['dstport in (22, ^', { kind: 'value', field: 'dstport' }],
    ['bytes in [1 ^', { kind: 'none' }],
    ['action: (ACCEPT) and dst^', { kind: 'condition', typed: 'dst' }],
    ['action: REJECT | ^', { part: 'sql', kind: 'sql', typed: '' }],
    ['* | SELECT src^, bytes', { part: 'sql', kind: 'sql', typed: 'src', from: 11, to: 14 }],
    ['* | SELECT "eni^', { part: 'sql', kind: 'sql', typed: 'eni', from: 11, to: 15 }],
    ["* | SELECT 1 WHERE action = '^'", { part: 'sql', kind: 'value', field: 'action', typed: '' }],
    ["* | SELECT 1 WHERE action = ^", { part: 'sql', kind: 'value', field: 'action', typed: '' }],
    ["* | SELECT 1 WHERE action NOT IN ('ACCEPT', '^", { part: 'sql', kind: 'value', field: 'action' }],
    ["* | SELECT 1 WHERE x = 'abc^'", { kind: 'none' }],
    ['* | SELECT 1 -- src^', { kind: 'none' }],
    ['* | SELECT count(*) AS ^', { kind: 'none' }],
  ])('stands in %j', (text, context) => expect(at(text)).toMatchObject(context));
});

describe('suggestions', () => {
  it('are fields, those that begin so first', () => {
    expect(offered('src^').slice(0, 2)).toEqual(['srcaddr', 'srcport']);
    expect(offered('port^').slice(0, 3)).toEqual(['port', 'srcport', 'dstport']);
  });

  it('take hyphens and underscores for the same', () => expect(offered('eni_i^')).toEqual(['eni-id']));

  it('of SQL have both forms of a field', () => expect(offered('* | SELECT eni^')).toEqual(['eni_id', '"eni-id"']));

  it('of SQL put a word of SQL that is a field in quotes', () => expect(offered('* | SELECT end^')).toContain('"end"'));

  it('are the values of a field, closed ones and frequent ones', () => {
    expect(offered('action: ^')).toEqual(['ACCEPT', 'REJECT']);
    expect(offered('eni-id: ^', ['eni-1', 'eni-2'])).toEqual(['eni-1', 'eni-2']);
  });

  it('are none where the value is written out', () => expect(offered('action: REJECT^')).toEqual([]));

  it('of values are quoted where they need it', () => {
    const [first] = suggestionsFor(at('skip-reason: ^'), language, () => ['the eth0 is down']);
    expect(first?.insert).toBe('"the eth0 is down" ');
    const [text] = suggestionsFor(at("* | SELECT 1 WHERE rule_id = ^"), language, () => ["it's"]);
    expect(text?.insert).toBe("'it''s'");
  });

  it('of numbers in SQL have no names', () => expect(offered('* | SELECT 1 WHERE protocol = ^', ['6', '17'])).toEqual(['6', '17']));
});
