import { describe, expect, it } from 'vitest';
import { href, parseRoute } from '../../src/app/routes';

describe('routes', () => {
  it('come back as they were written', () => {
    const route = parseRoute(href(['logservice', 'a/b', 'ü & %'], { query: 'srcaddr: 10.0.0.0/8 | SELECT "rule-id" FROM log -- #?&=+', empty: '', none: undefined }));
    expect(route.path).toEqual(['logservice', 'a/b', 'ü & %']);
    expect([...route.params]).toEqual([['query', 'srcaddr: 10.0.0.0/8 | SELECT "rule-id" FROM log -- #?&=+']]);
  });

  it.each(['', '#', '#/', '/'])('of nothing are the start: %j', (fragment) => {
    expect(parseRoute(fragment).path).toEqual([]);
  });

  it('that are no escapes stay as they are', () => {
    expect(parseRoute('#/flowlogs/%E0%A4%A').path).toEqual(['flowlogs', '%E0%A4%A']);
  });
});
