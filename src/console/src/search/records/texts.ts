import { both } from '../../app/preferences';

export const recordTexts = both(
  {
    title: 'Records', caption: 'Flow records', columns: 'Columns…', order: 'Order', newest: 'Newest first', oldest: 'Oldest first', details: 'Details', detailsOf: (time: string) => `Details of the record of ${time}`,
    none: 'No record is found. Widen the time range, or loosen the search.', shown: (count: string) => `${count} records are loaded.`, all: 'These are all.', more: 'Load more', scanned: (rows: string, time: string) => `${rows} rows were looked at in ${time} ms.`,
    only: (condition: string) => `Only ${condition}`, except: (condition: string) => `Exclude ${condition}`, copyValue: 'Copy value', valueMenu: (field: string, value: string) => `${field} ${value}: filter`,
    choose: 'Columns of the table', apply: 'Apply', usual: 'Usual columns', keep: 'Use as my usual columns', keepHint: 'Kept in this browser. A link shows the columns that it was made with.', needOne: 'Choose one column at least.',
    up: (name: string) => `Move ${name} up`, down: (name: string) => `Move ${name} down`, others: 'Other fields',
    record: 'Record', field: 'Field', value: 'Value', meaning: 'meaning', copyJson: 'Copy as JSON', otherWay: 'Find the other direction', conversation: 'Find this conversation', eni: 'Show the ENI', rule: 'The rule that decided',
    statuses: { NODATA: 'No traffic', SKIPDATA: 'Not recorded' } as Record<string, string>,
    ruleOf: (group: string, version: string) => `Security group ${group}, version ${version}`, ruleGone: 'The security group that has this rule is not there any more, or the record came from elsewhere.',
    ruleLine: (direction: string, policy: string, protocol: string, ports: string, peer: string) => `${direction} · ${policy} · ${protocol} ${ports} · ${peer}`, priority: (n: number) => `priority ${n}`, openRule: 'Open the security group',
    defaults: {
      'default-ingress-drop': 'No rule let this incoming flow pass, so it was dropped.', 'default-egress-accept': 'No rule was about this outgoing flow; basic security groups let flows out.',
      'default-egress-drop': 'No rule let this outgoing flow pass; advanced security groups drop what no rule allows.', 'inner-access-accept': 'Both sides are members of one basic security group, whose members reach each other. This comes before all rules.',
      'inner-access-drop': 'Both sides are members of one basic security group whose members are isolated, and no rule let the flow in.', 'platform-smtp-drop': 'The platform blocks outgoing mail, TCP port 25, before everything else.',
    } as Record<string, string>,
  },
  {
    title: '日志', caption: '流日志记录', columns: '列设置…', order: '排序', newest: '最新在前', oldest: '最早在前', details: '详情', detailsOf: (time: string) => `${time} 的日志详情`,
    none: '没有匹配的日志。请扩大时间范围或放宽查询条件。', shown: (count: string) => `已加载 ${count} 条日志。`, all: '已全部加载。', more: '加载更多', scanned: (rows: string, time: string) => `扫描 ${rows} 行，用时 ${time} 毫秒。`,
    only: (condition: string) => `仅 ${condition}`, except: (condition: string) => `排除 ${condition}`, copyValue: '复制值', valueMenu: (field: string, value: string) => `${field} ${value}：筛选`,
    choose: '表格的列', apply: '应用', usual: '默认列', keep: '设为我的默认列', keepHint: '保存在此浏览器中。链接按其创建时的列显示。', needOne: '请至少选择一列。',
    up: (name: string) => `上移 ${name}`, down: (name: string) => `下移 ${name}`, others: '其他字段',
    record: '日志详情', field: '字段', value: '值', meaning: '含义', copyJson: '复制为 JSON', otherWay: '查找反方向', conversation: '查找此会话', eni: '查看弹性网卡', rule: '作出判定的规则',
    statuses: { NODATA: '无流量', SKIPDATA: '未能记录' } as Record<string, string>,
    ruleOf: (group: string, version: string) => `安全组 ${group}，版本 ${version}`, ruleGone: '包含此规则的安全组已不存在，或该记录来自其他来源。',
    ruleLine: (direction: string, policy: string, protocol: string, ports: string, peer: string) => `${direction} · ${policy} · ${protocol} ${ports} · ${peer}`, priority: (n: number) => `优先级 ${n}`, openRule: '打开安全组',
    defaults: {
      'default-ingress-drop': '没有规则允许此入方向流量，默认拒绝。', 'default-egress-accept': '没有规则匹配此出方向流量，普通安全组默认允许。',
      'default-egress-drop': '没有规则允许此出方向流量，企业安全组默认拒绝。', 'inner-access-accept': '双方属于同一普通安全组，组内互通，优先于所有规则。',
      'inner-access-drop': '双方属于同一普通安全组，组内隔离，且没有规则允许。', 'platform-smtp-drop': '平台默认封禁出方向 TCP 25 端口，优先于所有规则。',
    } as Record<string, string>,
  },
);
