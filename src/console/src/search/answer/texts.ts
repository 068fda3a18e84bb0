import { both } from '../../app/preferences';

export const answerTexts = both(
  {
    title: 'Answer', caption: 'Answer of the query', show: 'Show as', table: 'Table', chart: 'Chart', none: 'The answer has no rows. Widen the time range, or loosen the search.', noChart: 'This answer cannot be drawn: a chart needs a column of numbers, and something to tell its rows apart.',
    kind: 'Kind of chart', kinds: { number: 'Number', line: 'Lines', bar: 'Bars', column: 'Columns', pie: 'Pie', heatmap: 'Heat map', sankey: 'Sankey' }, x: 'Along', y: 'Values', group: 'By', nothing: 'nothing', every: 'All numbers', usual: 'Usual chart',
    download: 'Download', csv: 'CSV', csvDetail: 'Every value as it is (RFC 4180).', spreadsheet: 'CSV for spreadsheets', spreadsheetDetail: 'Texts that a spreadsheet would run as a formula get an apostrophe in front.', json: 'JSON',
    rows: (count: string) => `${count} rows`, cut: 'There are more rows: LIMIT says how many are wanted, without it 100.', left: (count: string) => `${count} more are left out of the picture; the table has them.`,
    scanned: (rows: string, bytes: string, chunks: string) => `${rows} rows, ${bytes} and ${chunks} chunks were looked at`, matches: (count: string) => `the search found ${count} records`, took: (time: string) => `${time} ms`, fast: 'from encoded columns', slow: 'by SQLite',
    sortBy: (name: string) => `Sort by ${name}`, describe: (kind: string, y: string, x: string) => `${kind}: ${y} by ${x}`, retry: 'Run again',
  },
  {
    title: '查询结果', caption: '查询结果', show: '显示方式', table: '表格', chart: '图表', none: '没有结果。请扩大时间范围或放宽查询条件。', noChart: '无法绘制图表：需要至少一个数值列，以及区分各行的列。',
    kind: '图表类型', kinds: { number: '数字', line: '折线图', bar: '条形图', column: '柱状图', pie: '饼图', heatmap: '热力图', sankey: '桑基图' }, x: '维度', y: '数值', group: '分组', nothing: '无', every: '全部数值', usual: '默认图表',
    download: '下载', csv: 'CSV', csvDetail: '所有值保持原样（RFC 4180）。', spreadsheet: '用于电子表格的 CSV', spreadsheetDetail: '会被电子表格当作公式的文本前加单引号。', json: 'JSON',
    rows: (count: string) => `${count} 行`, cut: '还有更多行：用 LIMIT 指定行数，未指定时为 100。', left: (count: string) => `另有 ${count} 项未画出，可在表格中查看。`,
    scanned: (rows: string, bytes: string, chunks: string) => `扫描 ${rows} 行、${bytes}、${chunks} 个数据块`, matches: (count: string) => `查询匹配 ${count} 条日志`, took: (time: string) => `${time} 毫秒`, fast: '直接读取编码列', slow: '由 SQLite 计算',
    sortBy: (name: string) => `按 ${name} 排序`, describe: (kind: string, y: string, x: string) => `${kind}：${y}（按 ${x}）`, retry: '重新查询',
  },
);
