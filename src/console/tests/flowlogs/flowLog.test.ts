import { describe, expect, it } from 'vitest';
import { may, refreshAfter, statuses, type FlowLog } from '../../src/flowlogs/flowLog';

const flowLogs = statuses.map((status) => ({ status }) as FlowLog);
const able = (action: 'start' | 'stop' | 'delete') => flowLogs.filter((flowLog) => may(action, flowLog)).map(({ status }) => status);

describe('the status of a flow log', () => {
  it('says what may be done', () => {
    expect(able('start')).toEqual(['Inactive']);
    expect(able('stop')).toEqual(['Active']);
    expect(able('delete')).toEqual(['Active', 'Inactive']);
  });

  it('is asked for often only while one settles', () => {
    expect(refreshAfter(flowLogs)).toBe(2);
    expect(refreshAfter(flowLogs.slice(0, 2))).toBe(30);
    expect(refreshAfter([])).toBe(30);
  });
});
