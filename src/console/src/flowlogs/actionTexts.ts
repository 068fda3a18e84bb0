import { both } from '../app/preferences';

const count = (number: number) => (number === 1 ? '1 flow log' : `${number} flow logs`);

export const actionTexts = both(
  {
    start: { title: (number: number) => `Start ${count(number)}?`, action: 'Start', text: 'Traffic is captured from now on; what passed while stopped is not recorded.' },
    stop: { title: (number: number) => `Stop ${count(number)}?`, action: 'Stop', text: 'Traffic is not captured any more: what passes until the next start is not recorded. The open capture window is closed and written. Records that are there stay in the Logstore, and keeping them costs on.' },
    delete: { title: (number: number) => `Delete ${count(number)}?`, action: 'Delete', text: 'Traffic is not captured any more. The open capture window is closed and written. Records that are there stay in the Logstore until they expire or the Logstore is deleted.' },
    list: 'What happens to each', done: 'done', running: 'running…', waiting: 'waiting', failed: 'failed', cannot: (status: string) => `left as it is: its status is ${status}`,
    some: (failed: number, all: number) => `${failed} of ${all} could not be changed.`, again: 'Try the failed ones again', none: 'None of the selected flow logs can be changed that way now.',
  },
  {
    start: { title: (number: number) => `启动 ${number} 个流日志？`, action: '启动', text: '从现在起采集流量；停止期间经过的流量不会被记录。' },
    stop: { title: (number: number) => `停止 ${number} 个流日志？`, action: '停止', text: '流量将不再被采集，再次启动前经过的流量不会被记录。当前采样窗口会提前结束并写入。已有日志保留在 Logstore 中，并继续产生存储费用。' },
    delete: { title: (number: number) => `删除 ${number} 个流日志？`, action: '删除', text: '流量将不再被采集。当前采样窗口会提前结束并写入。已有日志保留在 Logstore 中，直至过期或 Logstore 被删除。' },
    list: '各流日志的结果', done: '完成', running: '进行中…', waiting: '等待', failed: '失败', cannot: (status: string) => `保持不变：当前状态为${status}`,
    some: (failed: number, all: number) => `${all} 个中有 ${failed} 个未能更改。`, again: '重试失败项', none: '所选流日志当前都不能执行该操作。',
  },
);
