import { both } from '../app/preferences';

export const texts = both(
  {
    title: 'Poison queue', lead: 'Messages that failed five times lie here until somebody has them processed again. The records in them are missing from their Logstores until then.',
    primaryOnly: 'Only the primary account may see and move these messages. Sign in with its access key.', refresh: 'Refresh',
    well: 'All is well: no message has failed.', caption: 'Messages that failed', table: (title: string) => `${title}: list`, reason: 'Reason', queue: 'Queue', eni: 'ENI', flowLogs: 'Flow logs', records: 'Records', times: 'Time of the records', inserted: 'Failed at',
    redriveSelected: (count: number) => `Process ${count} again`, redriveAll: 'Process all again', confirmAll: 'Process all again?', confirmSelected: (count: number) => `Process ${count} again?`,
    confirmText: 'They return to their queues. What is wrong with them should have been put right before, or they fail again. Records that come twice are kept once.',
    confirmTotal: (total: number) => `${total} messages of this account are moved.`,
    moved: (moved: number, remaining: number) => `${moved} are in their queues again${remaining > 0 ? `, ${remaining} remain` : ''}.`,
    more: (shown: number, total: number) => `The oldest ${shown} of ${total} are shown.`,
    unreadable: 'Messages that nobody can read', unreadableLead: 'They belong to no account, so whoever has a primary account may have them tried again, for instance after an older version has been put back.', messages: 'Messages', redriveUnreadable: 'Try them again', confirmUnreadable: 'Try unreadable messages again?',
    unreadableText: 'They return to their queues, those of other accounts too. If this version cannot read them, they come back here.', message: (id: string) => `message ${id}`, mixed: 'a control message', zone: (zone: string) => `Times are ${zone}.`,
  },
  {
    title: '死信队列', lead: '处理失败五次的消息会留在此处，直到重新处理。在此之前，相应日志库 Logstore 会缺少其中的日志。',
    primaryOnly: '只有主账号可以查看和重新处理这些消息。请使用主账号的 AccessKey 登录。', refresh: '刷新',
    well: '一切正常：没有失败的消息。', caption: '失败的消息', table: (title: string) => `${title}：列表`, reason: '原因', queue: '队列', eni: '弹性网卡', flowLogs: '流日志', records: '日志条数', times: '日志时间', inserted: '失败时间',
    redriveSelected: (count: number) => `重新处理 ${count} 条`, redriveAll: '全部重新处理', confirmAll: '确定全部重新处理？', confirmSelected: (count: number) => `确定重新处理 ${count} 条消息？`,
    confirmText: '消息将回到各自的队列。请先排除失败原因，否则会再次失败。重复的日志只会保留一份。',
    confirmTotal: (total: number) => `将移动本账号的 ${total} 条消息。`,
    moved: (moved: number, remaining: number) => `${moved} 条消息已回到队列${remaining > 0 ? `，剩余 ${remaining} 条` : ''}。`,
    more: (shown: number, total: number) => `共 ${total} 条，显示最早的 ${shown} 条。`,
    unreadable: '无法读取的消息', unreadableLead: '这些消息不属于任何账号，任一主账号都可以重试，例如在恢复旧版本之后。', messages: '消息数', redriveUnreadable: '重试', confirmUnreadable: '确定重试无法读取的消息？',
    unreadableText: '消息将回到各自的队列，包括其他账号的消息。如果当前版本仍无法读取，它们会再次回到此处。', message: (id: string) => `消息 ${id}`, mixed: '控制消息', zone: (zone: string) => `时区：${zone}。`,
  },
);
