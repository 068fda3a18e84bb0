import { both } from '../app/preferences';

export const searchTexts = both(
  {
    services: 'Log Service', asked: 'Query and time', run: 'Run', dashboards: 'Dashboards', modes: 'View', search: 'Search', tail: 'Live tail',
    refresh: 'Auto refresh', refreshOff: 'No auto refresh', refreshEvery: (time: string) => `Every ${time}`,
    examples: 'Examples', history: 'History', noHistory: 'What you run is listed here until you sign out or reload the page.',
    copyLink: 'Copy link', linkAsIs: 'Link to this view', linkFixed: 'Link to these very times', copied: 'The link is copied.', export: 'Export…',
    zone: (zone: string) => `Times are those of ${zone}.`, sqlOfTail: 'A live tail shows what the search finds; the SQL behind the bar is left out.',
    reportOff: 'The analysis report of this Logstore is off', reportOffText: 'Search, histogram, SQL, live tail and dashboards need an index. Without it, records can be read by time and exported.',
    reportCost: 'Records that come from then on are charged by their bytes for the index, and all are kept for 7 days unless a time to live was chosen. What it comes to stands on the page of usage.',
    estimate: 'Estimate the cost', month: (cost: string, bytes: string) => `About ${cost} a month for the index of ${bytes}, by the traffic that was seen.`, noFlowLogs: 'No flow log writes into this Logstore yet: nothing would be charged.',
    reportOn: 'Turn on the report', usage: 'Usage', ttl: (days: number) => (days >= 3650 ? 'Records are kept for ever.' : `Records are kept for ${days} days.`),
    exampleNames: {
      refused: 'Who is refused most', rules: 'Which rule refuses', minutes: 'Traffic a minute, by action', talkers: 'Who talks to whom', scans: 'Scans: one source, many ports',
      dns: 'DNS queries', large: 'The largest flows', missing: 'What could not be recorded',
    },
  },
  {
    services: '日志服务', asked: '查询与时间', run: '查询', dashboards: '仪表盘', modes: '视图', search: '查询', tail: '实时日志',
    refresh: '自动刷新', refreshOff: '不自动刷新', refreshEvery: (time: string) => `每 ${time}`,
    examples: '查询示例', history: '查询历史', noHistory: '执行过的查询会列在这里，退出登录或重新加载页面后清除。',
    copyLink: '复制链接', linkAsIs: '此视图的链接', linkFixed: '固定时间的链接', copied: '链接已复制。', export: '导出…',
    zone: (zone: string) => `时间按时区 ${zone} 显示。`, sqlOfTail: '实时日志仅显示查询条件匹配的记录，竖线之后的 SQL 不生效。',
    reportOff: '此 Logstore 的分析报表未开启', reportOffText: '查询、直方图、SQL、实时日志和仪表盘都需要索引。未开启时，仍可按时间查看和导出记录。',
    reportCost: '开启后写入的记录按字节数收取索引费用；未指定保存时间时，记录保存 7 天。费用可在用量页面查看。',
    estimate: '估算费用', month: (cost: string, bytes: string) => `按已采集的流量估算，索引 ${bytes} 每月约 ${cost}。`, noFlowLogs: '尚无流日志写入此 Logstore，不产生费用。',
    reportOn: '开启分析报表', usage: '用量', ttl: (days: number) => (days >= 3650 ? '记录永久保存。' : `记录保存 ${days} 天。`),
    exampleNames: {
      refused: '被拒绝最多的来源', rules: '拒绝流量的规则', minutes: '每分钟流量（按动作）', talkers: '通信双方', scans: '扫描：同一来源访问大量端口',
      dns: 'DNS 查询', large: '最大的流', missing: '未能记录的流量',
    },
  },
);
