import { both } from '../app/preferences';

export const flowLogTexts = both(
  {
    title: 'FlowLog', lead: 'A flow log records the traffic of an ENI, a VSwitch or a VPC, with what its security groups decided, into a Logstore.',
    create: 'Create FlowLog', list: 'Flow logs', table: 'Flow logs, how they are and what they deliver', made: (name: string) => `${name} was created and is being activated.`,
    name: 'Name', nameId: 'Name / ID', status: 'Status', resource: 'Resource', resourceType: 'Resource type', trafficType: 'Traffic type', logstore: 'Logstore', project: 'Project',
    interval: 'Capture interval', minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`), delivery: 'Delivery', description: 'Description', created: 'Created', actions: 'Actions',
    all: 'All', filters: 'Filter the flow logs', nameFilter: 'Name contains', clear: 'Clear filters', more: 'Load more', dashboards: 'Dashboards', search: 'Search records',
    count: (count: number, more: boolean) => `${count}${more ? '+' : ''} flow ${count === 1 && !more ? 'log' : 'logs'}`, zone: (zone: string) => `Times: ${zone}`,
    statuses: { Activating: 'Activating…', Active: 'Active', Deactivating: 'Deactivating…', Inactive: 'Inactive', Modifying: 'Modifying…', Deleting: 'Deleting…' },
    traffic: { All: 'All traffic', Allow: 'Allowed traffic', Drop: 'Rejected traffic' },
    gone: 'not in the inventory any more', nothingFits: 'No flow log fits the filters.',
    start: 'Start', stop: 'Stop', edit: 'Edit', remove: 'Delete', of: (action: string, name: string) => `${action} ${name}`, show: (name: string) => `Details of ${name}`,
    selected: (count: number) => `${count} selected`, forSelected: 'Actions for the selected flow logs', unselect: 'Clear selection',
  },
  {
    title: '流日志', lead: '流日志采集弹性网卡、交换机或专有网络 VPC 的流量及其安全组的判定结果，并写入 Logstore。',
    create: '创建流日志', list: '流日志列表', table: '流日志及其状态和投递情况', made: (name: string) => `已创建 ${name}，正在启动。`,
    name: '名称', nameId: '名称 / ID', status: '状态', resource: '资源实例', resourceType: '资源类型', trafficType: '流量类型', logstore: 'Logstore', project: 'Project',
    interval: '采样间隔', minutes: (count: number) => `${count} 分钟`, delivery: '投递', description: '描述', created: '创建时间', actions: '操作',
    all: '全部', filters: '筛选流日志', nameFilter: '名称包含', clear: '清除筛选', more: '加载更多', dashboards: '仪表盘', search: '查询日志',
    count: (count: number, more: boolean) => `${more ? '超过 ' : '共 '}${count} 个流日志`, zone: (zone: string) => `时区：${zone}`,
    statuses: { Activating: '启动中…', Active: '已启动', Deactivating: '停止中…', Inactive: '未启动', Modifying: '修改中…', Deleting: '删除中…' },
    traffic: { All: '全部流量', Allow: '被允许的流量', Drop: '被拒绝的流量' },
    gone: '已不在资源清单中', nothingFits: '没有符合筛选条件的流日志。',
    start: '启动', stop: '停止', edit: '编辑', remove: '删除', of: (action: string, name: string) => `${action} ${name}`, show: (name: string) => `${name} 的详情`,
    selected: (count: number) => `已选 ${count} 项`, forSelected: '对所选流日志的操作', unselect: '取消选择',
  },
);

export const deliveryTexts = both(
  {
    SUCCESS: 'Delivering', FAILED: 'Failed', unknown: 'Not measured yet', stopped: 'Stopped', behind: (time: string) => `${time} behind`, completeTo: (time: string) => `complete to ${time}`,
    lastRecord: (time: string) => `last record ${time}`, noRecord: 'no record yet', lastHour: (count: string) => `${count} records in the last hour`,
    errors: {
      AuthorizationRevoked: 'The authorization was taken back. Confirm it again; what the traffic sources still hold is then caught up.',
      ProjectNotExist: 'The Project is gone. Make a new flow log with another Project.',
      UnavaliableTarget: 'The Logstore is gone. Make a new flow log with another Logstore.',
    } as Record<string, string>,
  },
  {
    SUCCESS: '投递正常', FAILED: '投递失败', unknown: '尚未统计', stopped: '已停止', behind: (time: string) => `延迟 ${time}`, completeTo: (time: string) => `数据完整至 ${time}`,
    lastRecord: (time: string) => `最近一条日志 ${time}`, noRecord: '暂无日志', lastHour: (count: string) => `最近 1 小时 ${count} 条日志`,
    errors: {
      AuthorizationRevoked: '授权已被撤销。请重新确认授权，流量来源中仍保留的内容随后会被补采。',
      ProjectNotExist: 'Project 已被删除，请使用其他 Project 新建流日志。',
      UnavaliableTarget: 'Logstore 已被删除，请使用其他 Logstore 新建流日志。',
    } as Record<string, string>,
  },
);
