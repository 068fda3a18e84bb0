import { both } from '../../app/preferences';

export const exportTexts = both(
  {
    title: 'Export records', what: 'Every record of the time range that the search finds, as a file.', range: 'Time range', query: 'Search', everything: 'Every record', sqlLeft: 'The SQL behind the bar is left out: an export has whole records.',
    format: 'Format', ndjson: 'NDJSON, a JSON object a line', csv: 'CSV, a line of names first', gzip: 'Compress with gzip', start: 'Export', cancel: 'Cancel export', bytes: (bytes: string) => `${bytes} so far`,
    done: (bytes: string, name: string) => `${name} is complete: ${bytes}.`, broken: 'The export broke off. The file is not whole and was discarded; export again.', cancelled: 'The export was cancelled, and what had come was discarded.',
    complete: (share: string) => `The range is ${share} complete.`, missing: (minutes: string) => `${minutes} min of traffic are missing from it.`, memory: 'This browser keeps the file in memory until it is whole. Large ranges are better exported in parts.',
  },
  {
    title: '导出日志', what: '将时间范围内查询匹配的全部日志导出为文件。', range: '时间范围', query: '查询条件', everything: '全部日志', sqlLeft: '竖线之后的 SQL 不生效：导出的是完整日志。',
    format: '格式', ndjson: 'NDJSON（每行一个 JSON 对象）', csv: 'CSV（首行为字段名）', gzip: '使用 gzip 压缩', start: '导出', cancel: '取消导出', bytes: (bytes: string) => `已接收 ${bytes}`,
    done: (bytes: string, name: string) => `${name} 已完成：${bytes}。`, broken: '导出中断，文件不完整，已丢弃。请重新导出。', cancelled: '导出已取消，已接收的内容已丢弃。',
    complete: (share: string) => `该时间范围的完整度为 ${share}。`, missing: (minutes: string) => `其中缺失 ${minutes} 分钟的流量。`, memory: '此浏览器会先将文件保存在内存中，时间范围较大时建议分段导出。',
  },
);
