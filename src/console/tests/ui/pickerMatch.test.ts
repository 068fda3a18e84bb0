import { describe, expect, it } from 'vitest';
import { matching, moved, shownOf } from '../../src/ui/pickerMatch';

const options = [
  { id: 'eni-1', name: 'web-1', detail: '10.0.1.5, fd00::5, VSwitch app' },
  { id: 'eni-2', name: 'db-1', detail: '10.0.2.5' },
  { id: 'vpc-9', name: '' },
];

describe('a picker', () => {
  it.each([['', 3], ['WEB', 1], ['eni', 2], ['10.0.2', 1], ['eni app', 1], ['web 10.0.2', 0], ['fd00::5', 1], ['  ', 3]])('finds by name, id or address: %s', (query, count) => {
    expect(matching(options, query)).toHaveLength(count);
  });

  it('shows the id of what has no name', () => {
    expect(options.map(shownOf)).toEqual(['web-1 (eni-1)', 'db-1 (eni-2)', 'vpc-9']);
    expect(shownOf(undefined)).toBe('');
  });

  it.each([[-1, 1, 3, 0], [-1, -1, 3, 2], [2, 1, 3, 0], [0, -1, 3, 2], [0, 1, 0, -1]])('moves around the ends: %d by %d of %d', (active, step, count, to) => {
    expect(moved(active, step as 1 | -1, count)).toBe(to);
  });
});
