import { both } from '../app/preferences';

export const texts = both(
  {
    logService: 'Log Service', dashboards: 'Dashboards',
    measure: 'Show', measures: { bytes: 'Bytes', packets: 'Packets', records: 'Records' }, rate: 'Rates over time (a second)', top: 'Rows of lists', topOf: (count: number) => `Top ${count}`,
    auto: 'Refresh', off: 'Off', every: (time: string) => `Every ${time}`, refresh: 'Refresh now', print: 'Print',
    filters: 'Filters', remove: (filter: string) => `Remove the filter ${filter}`, clear: 'Remove all', addFilter: 'Add a filter', add: 'Add', filterHint: 'A search, such as action: REJECT. Clicking what a chart shows adds one too.',
    noFilters: 'None: click a bar, slice, node, cell or name to see only that.', filtered: 'With filters every chart is counted from the records themselves.',
    complete: (share: string) => `${share} of the minutes of this range are complete`, nothingKnown: 'No flow log has asked for any minute of this range.', details: 'Completeness by ENI…',
    missing: (states: string) => `missing: ${states}`, states: { skipped: 'skipped', late: 'late', lost: 'lost', pending: 'still open' }, minutes: (count: string) => `${count} min`,
    noneMissing: 'nothing is missing',
    openSearch: 'Open in search', query: 'Query', empty: 'No records of this kind in this range.', emptyHint: 'Choose a longer range or remove a filter.',
    columns: {
      time: 'Time', action: 'Action', direction: 'Direction', protocol: 'Protocol', srcaddr: 'Source', dstaddr: 'Destination', srcport: 'Source port', dstport: 'Destination port', 'eni-id': 'ENI', 'vpc-id': 'VPC', 'vm-id': 'Instance',
      'rule-id': 'Rule', records: 'Records', packets: 'Packets', bytes: 'Bytes', share: 'Share', rejectedRecords: 'Rejected records', rejectedPackets: 'Rejected packets', rejectedBytes: 'Rejected bytes',
      sources: 'Sources', destinations: 'Destinations', flows: 'Five-tuples', short: 'May be short of up to',
    } as Record<string, string>,
    actions: { ACCEPT: 'Accepted', REJECT: 'Rejected' } as Record<string, string>, directions: { in: 'in', out: 'out' } as Record<string, string>, total: 'Total', none: '(none)', filter: (filter: string) => `Show only ${filter}`,
    bound: (bound: string) => `Numbers may be short of up to ${bound}; they are never too high.`, boundOther: (bound: string) => `The rows are exact where they say nothing else; what is not among them may have up to ${bound}.`,
    exact: 'Exact', standard: (share: string) => `An estimate with a standard error of ${share}.`, interval: (low: string, high: string) => `Sampled: with 95 % between ${low} and ${high}`,
    incomplete: 'Something of this time is missing', pending: 'Still open', unknown: 'Not logged', notKnown: 'not known', shaded: 'Shaded: some of the traffic of this time is missing. Where there is no bar, there was no traffic, or it is not known.',
    heatHow: (count: number, time: string) => `The ${count} sources with the most bytes, asked for each ${time}. Colours are logarithmic; where a cell is blank, nothing is known.`, sankeyHow: 'Sources left, destinations right; the width is the traffic.',
    perSecond: '/s', windows: (none: string, skipped: string) => `${none} windows without traffic, ${skipped} with traffic missing`,
    ruleFrom: 'from', ruleTo: 'to', anyone: 'anyone', priority: (value: number) => `priority ${value}`, ruleGone: 'A rule that is not there any more', ruleDefaults: {
      'default-ingress-drop': 'No rule lets it in', 'default-egress-accept': 'A basic group lets all out', 'default-egress-drop': 'No rule lets it out', 'inner-access-accept': 'Members of a group reach each other',
      'inner-access-drop': 'Members of this group are isolated', 'platform-smtp-drop': 'Outgoing mail (TCP 25) is blocked',
    } as Record<string, string>, ruleDirections: { ingress: 'inbound', egress: 'outbound' } as Record<string, string>, rulePolicies: { accept: 'accept', drop: 'drop' } as Record<string, string>, inGroup: (group: string) => `in ${group}`,
    off409: 'The analysis report of this Logstore is off, so there are no dashboards.', turnOn: 'Turn on the report', turnOnHint: 'Records that come from then on are indexed and can be queried. Indexing has a price; see Usage.',
    printed: (range: string, zone: string) => `${range} (${zone})`, chartOf: (title: string, what: string) => `${title}. ${what}`, rowsShown: (count: number) => `${count} rows`, table: (title: string) => `${title}: data`, state: 'Completeness', unknownReport: 'There is no such dashboard.', byBytes: 'Of those with the most bytes.',
  },
  {
    logService: '日志服务', dashboards: '仪表盘',
    measure: '显示', measures: { bytes: '字节数', packets: '数据包数', records: '日志条数' }, rate: '趋势显示为速率（每秒）', top: '列表行数', topOf: (count: number) => `前 ${count} 名`,
    auto: '自动刷新', off: '关闭', every: (time: string) => `每 ${time}`, refresh: '立即刷新', print: '打印',
    filters: '过滤条件', remove: (filter: string) => `移除过滤条件 ${filter}`, clear: '全部移除', addFilter: '添加过滤条件', add: '添加', filterHint: '查询语句，例如 action: REJECT。点击图表中的内容也会添加过滤条件。',
    noFilters: '无：点击柱形、扇区、节点、单元格或名称，即可只看该部分。', filtered: '设置过滤条件后，所有图表均直接由日志统计。',
    complete: (share: string) => `该时间范围内 ${share} 的分钟数据完整`, nothingKnown: '该时间范围内没有流日志采集。', details: '按弹性网卡查看完整度…',
    missing: (states: string) => `缺失：${states}`, states: { skipped: '跳过', late: '延迟', lost: '丢失', pending: '尚未结束' }, minutes: (count: string) => `${count} 分钟`,
    noneMissing: '没有缺失',
    openSearch: '在查询分析中打开', query: '查询语句', empty: '该时间范围内没有此类日志。', emptyHint: '请选择更长的时间范围，或移除过滤条件。',
    columns: {
      time: '时间', action: '动作', direction: '方向', protocol: '协议', srcaddr: '源地址', dstaddr: '目的地址', srcport: '源端口', dstport: '目的端口', 'eni-id': '弹性网卡', 'vpc-id': '专有网络 VPC', 'vm-id': '实例',
      'rule-id': '规则', records: '日志条数', packets: '数据包数', bytes: '字节数', share: '占比', rejectedRecords: '拒绝的日志条数', rejectedPackets: '拒绝的数据包数', rejectedBytes: '拒绝的字节数',
      sources: '源地址数', destinations: '目的地址数', flows: '五元组数', short: '最多可能少计',
    },
    actions: { ACCEPT: '允许', REJECT: '拒绝' }, directions: { in: '入方向', out: '出方向' }, total: '合计', none: '（无）', filter: (filter: string) => `只看 ${filter}`,
    bound: (bound: string) => `数值最多可能少计 ${bound}，不会多计。`, boundOther: (bound: string) => `未另行注明的行为精确值；未列出的项最多可能有 ${bound}。`,
    exact: '精确', standard: (share: string) => `估算值，标准误差为 ${share}。`, interval: (low: string, high: string) => `采样数据：95% 置信区间为 ${low} 至 ${high}`,
    incomplete: '该时段数据有缺失', pending: '尚未结束', unknown: '未采集', notKnown: '未知', shaded: '阴影：该时段部分流量缺失。没有柱形处表示没有流量，或流量未知。',
    heatHow: (count: number, time: string) => `字节数最多的 ${count} 个源地址，每格为 ${time}。颜色为对数刻度；空白单元格表示未知。`, sankeyHow: '左侧为源地址，右侧为目的地址，宽度表示流量大小。',
    perSecond: '/秒', windows: (none: string, skipped: string) => `${none} 个窗口没有流量，${skipped} 个窗口流量缺失`,
    ruleFrom: '来自', ruleTo: '到', anyone: '任意', priority: (value: number) => `优先级 ${value}`, ruleGone: '规则已不存在', ruleDefaults: {
      'default-ingress-drop': '没有规则允许入方向访问', 'default-egress-accept': '普通安全组默认允许出方向访问', 'default-egress-drop': '没有规则允许出方向访问', 'inner-access-accept': '组内实例互通',
      'inner-access-drop': '组内实例隔离', 'platform-smtp-drop': '平台禁止外发邮件（TCP 25）',
    }, ruleDirections: { ingress: '入方向', egress: '出方向' }, rulePolicies: { accept: '允许', drop: '拒绝' }, inGroup: (group: string) => `安全组 ${group}`,
    off409: '该日志库 Logstore 未开启日志分析报表功能，因此没有仪表盘。', turnOn: '开启报表功能', turnOnHint: '开启后写入的日志将建立索引并可查询。索引会产生费用，请参见用量。',
    printed: (range: string, zone: string) => `${range}（${zone}）`, chartOf: (title: string, what: string) => `${title}。${what}`, rowsShown: (count: number) => `${count} 行`, table: (title: string) => `${title}：数据`, state: '完整性', unknownReport: '没有该仪表盘。', byBytes: '仅含字节数最多的项。',
  },
);

export type DashTexts = (typeof texts)['en'];
