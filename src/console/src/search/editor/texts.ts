import { both } from '../../app/preferences';

export const editorTexts = both(
  {
    search: 'Search', placeholder: 'Every record. For example  action: REJECT and dstport: ssh  or  * | SELECT srcaddr, count(*) GROUP BY srcaddr',
    shortPlaceholder: 'For example  action: REJECT',
    suggestions: 'Suggestions', kinds: { field: 'field', keyword: 'keyword', function: 'function', value: 'value' },
    hint: 'Enter runs the query, Shift+Enter begins a new line, Ctrl+Space suggests.', found: (count: number) => (count === 0 ? 'No suggestions' : `${count} suggestions`),
    at: (line: number, column: number) => `Line ${line}, column ${column}: `,
  },
  {
    search: '查询', placeholder: '全部日志。例如  action: REJECT and dstport: ssh  或  * | SELECT srcaddr, count(*) GROUP BY srcaddr',
    shortPlaceholder: '例如  action: REJECT',
    suggestions: '补全建议', kinds: { field: '字段', keyword: '关键字', function: '函数', value: '取值' },
    hint: '按 Enter 查询，Shift+Enter 换行，Ctrl+空格 显示补全。', found: (count: number) => (count === 0 ? '没有补全建议' : `${count} 条补全建议`),
    at: (line: number, column: number) => `第 ${line} 行第 ${column} 列：`,
  },
);
