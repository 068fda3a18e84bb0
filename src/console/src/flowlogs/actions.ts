import { at, type Api } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { asProblem } from '../ui/asked';
import type { Action, FlowLog } from './flowLog';

/** What became of one flow log of several. */
export type Outcome = 'running' | 'done' | ApiProblem;

/** Does it to one after the other, and tells how far it has got; one that fails does not keep the others. */
export async function runEach(flowLogs: FlowLog[], work: (flowLog: FlowLog) => Promise<void>, tell: (id: string, outcome: Outcome) => void): Promise<number> {
  let failed = 0;
  for (const flowLog of flowLogs) {
    tell(flowLog.id, 'running');
    try {
      await work(flowLog);
      tell(flowLog.id, 'done');
    } catch (reason) {
      failed++;
      tell(flowLog.id, asProblem(reason));
    }
  }
  return failed;
}

export async function perform(api: Api, action: Action, { id }: FlowLog): Promise<void> {
  if (action === 'start') await api.change('POST', at`flowlogs/${id}/activate`);
  else if (action === 'stop') await api.change('POST', at`flowlogs/${id}/deactivate`);
  else await api.change('DELETE', at`flowlogs/${id}`);
}
