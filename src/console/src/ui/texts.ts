import { both } from '../app/preferences';

export const kitTexts = both(
  {
    loading: 'Loading…', retry: 'Try again', close: 'Close', cancel: 'Cancel', ok: 'OK', save: 'Save', remove: 'Delete', edit: 'Edit', refresh: 'Refresh', create: 'Create',
    nothing: 'Nothing here yet.', selectAll: 'Select all', select: (name: string) => `Select ${name}`, required: 'required', copy: 'Copy', copied: 'Copied',
    data: 'Show as table', chart: 'Show as chart', more: 'Load more', problemAt: (field: string) => `${field}: `, none: 'none', optional: 'optional',
    selected: (count: number) => `${count} selected`, unreachable: 'The service cannot be reached. Check that it runs, then try again.', filter: 'Filter', marked: (count: number) => (count === 1 ? 'One entry is not right; it is marked above.' : `${count} entries are not right; they are marked above.`),
  },
  {
    loading: '加载中…', retry: '重试', close: '关闭', cancel: '取消', ok: '确定', save: '保存', remove: '删除', edit: '编辑', refresh: '刷新', create: '创建',
    nothing: '暂无数据。', selectAll: '全选', select: (name: string) => `选择 ${name}`, required: '必填', copy: '复制', copied: '已复制',
    data: '以表格显示', chart: '以图表显示', more: '加载更多', problemAt: (field: string) => `${field}：`, none: '无', optional: '可选',
    selected: (count: number) => `已选 ${count} 项`, unreachable: '无法连接服务。请确认服务正在运行，然后重试。', filter: '筛选', marked: (count: number) => `有 ${count} 处填写有误，已在上方标出。`,
  },
);
