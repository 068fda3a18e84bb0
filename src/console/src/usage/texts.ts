import { both } from '../app/preferences';

export const texts = both(
  {
    title: 'Usage', lead: 'What each Logstore took in, by day (UTC), and what it costs.', from: 'From', to: 'To', project: 'Project', logstore: 'Logstore', all: 'All', order: 'From must not be after To.', tooLong: 'At most 400 days.',
    records: 'Records', bytesWritten: 'Written', bytesIndexed: 'Indexed', transactions: 'Transactions', transactionsOf: (tables: string, queues: string) => `${tables} of tables, ${queues} of queues`, cost: 'Cost', day: 'Day',
    parts: { write: 'Writing', index: 'Indexing', storage: 'Storage', tableTransactions: 'Table transactions', queueTransactions: 'Queue transactions' }, total: 'Total', totals: 'Totals', costParts: 'Cost by part',
    byDay: 'By day and Logstore', show: 'Show', others: 'Others', lines: 'Days', linesTable: 'Usage by day and Logstore', download: 'Download CSV', previous: 'Previous', next: 'Next', page: (page: number, pages: number) => `Page ${page} of ${pages}`, pages: 'Pages',
    prices: 'Prices are examples until whoever runs the service sets them (the settings FlowLog__Prices__…, described in docs/deploy.md). Dashboards and queries are free.',
    empty: 'Nothing was written on these days.', emptyHint: 'Usage appears a few minutes after a flow log has delivered its first records.', makeFlowLog: 'Create a flow log', cut: 'There are more lines than are shown; choose fewer days.',
    compressed: 'Compressed bytes of columns', asCsv: 'As lines of CSV',
  },
  {
    title: '用量', lead: '各日志库 Logstore 每天（UTC）写入的数据量及费用。', from: '开始日期', to: '结束日期', project: '项目 Project', logstore: '日志库 Logstore', all: '全部', order: '开始日期不能晚于结束日期。', tooLong: '最多 400 天。',
    records: '日志条数', bytesWritten: '写入量', bytesIndexed: '索引量', transactions: '事务数', transactionsOf: (tables: string, queues: string) => `表 ${tables}，队列 ${queues}`, cost: '费用', day: '日期',
    parts: { write: '写入', index: '索引', storage: '存储', tableTransactions: '表事务', queueTransactions: '队列事务' }, total: '合计', totals: '合计', costParts: '费用构成',
    byDay: '按日期和日志库 Logstore', show: '显示', others: '其他', lines: '每日明细', linesTable: '按日期和日志库 Logstore 的用量', download: '下载 CSV', previous: '上一页', next: '下一页', page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`, pages: '分页',
    prices: '在服务运营者设置价格（FlowLog__Prices__… 配置项，见 docs/deploy.md）之前，此处价格仅为示例。仪表盘和查询不收费。',
    empty: '这些日期没有写入数据。', emptyHint: '流日志首次投递日志几分钟后，用量将显示在此处。', makeFlowLog: '创建流日志', cut: '未能显示全部明细，请缩短日期范围。',
    compressed: '列存压缩后的字节数', asCsv: '按 CSV 文本计',
  },
);
