import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../src/app/routes';
import { firstCalls } from '../../src/dashboards/firstCalls';

describe('what a dashboard asks for first', () => {
  const now = new Date('2026-01-01T10:20:30Z');
  const of = (fragment: string) => firstCalls(parseRoute(fragment), now).slice(0, 2);

  it('is the report of whole minutes, and what is complete of them', () => {
    expect(of('#/logservice/p/l/dashboards/rejections?last=3600&top=5')).toEqual([
      ['projects/p/logstores/l/reports/rejections', { from: '2026-01-01T09:20:00Z', to: '2026-01-01T10:21:00Z', top: 5 }],
      ['projects/p/logstores/l/completeness', { from: '2026-01-01T09:20:00Z', to: '2026-01-01T10:21:00Z', limit: 1000 }],
    ]);
    expect(of('#/logservice/p/l/dashboards')[0]![0]).toBe('projects/p/logstores/l/dashboard');
  });

  it('is no report while filters are there: those ask the records', () => {
    expect(of('#/logservice/p/l/dashboards/traffic?filter=a')[0]![0]).toBe('projects/p/logstores/l/completeness');
  });
});
