import { both } from '../../app/preferences';

export const tailTexts = both(
  {
    title: 'Live tail', pause: 'Pause', resume: 'Resume', clear: 'Clear', columns: 'Columns…', connecting: 'Connecting…', live: 'Connected', waiting: (seconds: number) => `Connecting again in ${seconds} s`, paused: 'Paused', refused: 'Stopped',
    received: (count: string) => `${count} records have come`, shown: (count: string) => `the last ${count} are shown`, behind: (count: string) => `${count} have come since you paused`,
    empty: 'Waiting for records. One comes about a minute after its capture window ends.', busy: 'The service serves as many live tails as it may. It is tried again by itself.',
    gap: (from: string, to: string) => `Records from ${from} to ${to} were stored while nobody watched and are not shown here; a search finds them.`, announced: (count: string) => `${count} records so far`, again: 'Try again',
  },
  {
    title: '实时日志', pause: '暂停', resume: '继续', clear: '清空', columns: '列设置…', connecting: '正在连接…', live: '已连接', waiting: (seconds: number) => `${seconds} 秒后重新连接`, paused: '已暂停', refused: '已停止',
    received: (count: string) => `已收到 ${count} 条日志`, shown: (count: string) => `显示最近 ${count} 条`, behind: (count: string) => `暂停后又收到 ${count} 条`,
    empty: '正在等待日志。日志在捕获窗口结束约一分钟后到达。', busy: '服务的实时日志连接数已达上限，将自动重试。',
    gap: (from: string, to: string) => `${from} 至 ${to} 的日志在未连接期间写入，此处未显示，可通过查询查看。`, announced: (count: string) => `已收到 ${count} 条日志`, again: '重试',
  },
);
