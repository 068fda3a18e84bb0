import { both } from '../app/preferences';
import { Format } from '../ui/format';

const [en, zh] = [new Format('en'), new Format('zh')];

export const groupTexts = both(
  {
    facts: 'Security group', parts: 'Parts of the security group', tabs: { rules: 'Rules as evaluated', edit: 'Edit rules', versions: 'Versions', members: 'Members' }, editGroup: 'Edit name and policy', inForceSince: (time: string) => `in force since ${time}`,
    deleted: 'This security group is not there any more. Its versions are kept.', saved: (version: number) => `Saved. Version ${version} is in force now.`, draftKept: 'There are changes that are not saved.', toDraft: 'Go on editing',
    any: 'any', all: 'all', nothing: 'nothing', policy: 'Policy', protocol: 'Protocol', ports: 'Ports', source: 'Source', destination: 'Destination', peer: 'Source or destination', ownSide: 'ENI’s own side', fromPorts: 'from ports', sourcePorts: 'Source ports', priority: 'Priority', rule: 'Rule', direction: 'Direction', description: 'Description', actions: 'Actions', kind: 'kind',
    policies: { accept: 'Accept', drop: 'Drop' }, directions: { ingress: 'Incoming (ingress)', egress: 'Outgoing (egress)' }, short: { ingress: 'in', egress: 'out' }, peerKinds: { any: 'any', cidr: 'CIDR', group: 'Group', prefixList: 'Prefix list' },
    ownMembers: 'members of this group', hits: 'Records, last day', lastHit: 'Last hit', records: 'Records', recordsOf: (id: string) => `Records of rule ${id}`, hitSize: (packets: string, bytes: string) => `${packets} packets, ${bytes}`,
    neverHit: 'no hit in the last day', neverReached: 'never reached', shadowedBy: (place: number) => `rule ${place} before it matches all that it would:`, shadowedByInner: 'members reach each other before any rule is looked at.',
    byItself: {
      'inner-access-accept': 'Members of the group reach each other, before any rule is looked at.', 'inner-access-drop': 'Members of the group are isolated where no rule lets them.',
      'default-ingress-drop': 'No rule matches: nothing else comes in.', 'default-egress-accept': 'No rule matches: all may go out.', 'default-egress-drop': 'No rule matches: nothing goes out.',
    },
    order: {
      normal: 'The first line that matches decides. Where members reach each other, that comes before all rules. Then rules count by priority, 1 before 100; of the same priority drop comes before accept; of the same policy too, the rule that was added first. Isolation between members counts only where no rule matches. If nothing matches, incoming traffic is dropped and outgoing traffic passes.',
      enterprise: 'The first line that matches decides. Rules count by priority, 1 before 100; of the same priority drop comes before accept; of the same policy too, the rule that was added first. If nothing matches, traffic is dropped both ways, between members too.',
    },
    orderMore: 'An ENI with several groups pools the rules of all of them in this order. Answers of a session that was let through pass without a rule. Where the platform blocks outgoing mail (TCP port 25), that comes before everything.',
    noHits: 'Hits of the rules are not available here.', countingHits: 'Hits are being counted…', notLogged: 'No flow log covers this VPC, so nobody knows how often its rules decide.', createFlowLog: 'Create FlowLog', hitsOf: (from: string, to: string) => `Hits from ${from} to ${to}, counted from the flow records of all ENIs of the group.`,
    noMembers: 'No ENI has this group. Choose it in an ENI’s security groups.', inList: 'In the list of ENIs', otherGroups: 'Other groups',
    same: 'Nothing is different.', innerAccess: 'Between members', added: (count: number) => `Added: ${en.count(count)}`, removed: (count: number) => `Removed: ${en.count(count)}`, changed: (count: number) => `Changed: ${en.count(count)}`, unchanged: (count: number) => (count === 1 ? '1 rule is unchanged.' : `${en.count(count)} rules are unchanged.`),
    fields: { direction: 'Direction', policy: 'Policy', protocol: 'Protocol', portRange: 'Ports', sourcePortRange: 'Source ports', peer: 'Source or destination', own: 'ENI’s own side', priority: 'Priority', description: 'Description' },
    now: 'in force', inForceFrom: 'In force from', changes: 'Changes', view: 'View', compareWithNow: 'Compare with now', compare: 'Compare two versions', from: 'From version', to: 'To version', choose: 'Choose…', restore: 'Restore…', restoreOf: (version: number) => `Restore version ${version} as a draft`, versionOf: (version: number) => `Version ${version}`, noVersions: 'There are no versions.', noSuchVersion: (version: string) => `There is no version ${version}.`,
    changeCounts: (added: number, removed: number, changed: number, inner: boolean) => [added && `+${added}`, removed && `−${removed}`, changed && `${changed} changed`, inner && 'between members'].filter((part) => part).join(', ') || 'order only',
    addIngress: 'Add ingress rule', addEgress: 'Add egress rule', sort: 'Sort as evaluated', editHint: 'Changes are kept here until you save them. # is the place at which a rule is looked at; ↑ and ↓ change its priority. A port alone (443) or 8000-8080 will do as well.', noRules: 'No rule yet. Add one.',
    draftChanges: 'Changes that are not saved', discard: 'Discard', save: 'Save rules', stale: 'Somebody else changed the group in the meantime. Nothing was saved, and your draft is kept. Load the group as it is now, look at the difference below, then save.', overtaken: (base: number, now: number) => `The draft was begun from version ${base}; version ${now} is in force now. Saving puts the draft in its place: look at the difference first.`, compareAgain: 'Load and compare', wrongRules: (count: number) => (count === 1 ? 'One rule is wrong; see its cells above.' : `${en.count(count)} rules are wrong; see their cells above.`), asNew: 'Add rules that are gone as new ones',
    partOf: (part: string, rule: string) => `${part}, rule ${rule}`, isNew: 'new', earlier: 'Earlier', later: 'Later', more: 'Source ports and own side', duplicate: 'Duplicate', remove: 'Delete',
  },
  {
    facts: '安全组', parts: '安全组的各部分', tabs: { rules: '规则（按匹配顺序）', edit: '编辑规则', versions: '版本', members: '成员' }, editGroup: '编辑名称和策略', inForceSince: (time: string) => `自 ${time} 起生效`,
    deleted: '该安全组已被删除，其历史版本仍保留。', saved: (version: number) => `已保存，版本 ${version} 现已生效。`, draftKept: '有尚未保存的修改。', toDraft: '继续编辑',
    any: '任意', all: '全部', nothing: '空', policy: '授权策略', protocol: '协议', ports: '端口', source: '源', destination: '目的', peer: '源或目的', ownSide: '网卡本端', fromPorts: '源端口', sourcePorts: '源端口', priority: '优先级', rule: '规则', direction: '方向', description: '描述', actions: '操作', kind: '类型',
    policies: { accept: '允许', drop: '拒绝' }, directions: { ingress: '入方向', egress: '出方向' }, short: { ingress: '入', egress: '出' }, peerKinds: { any: '任意', cidr: '网段', group: '安全组', prefixList: '前缀列表' },
    ownMembers: '本安全组的成员', hits: '最近 1 天的日志数', lastHit: '最近命中', records: '查看日志', recordsOf: (id: string) => `规则 ${id} 的日志`, hitSize: (packets: string, bytes: string) => `${packets} 个数据包，${bytes}`,
    neverHit: '最近 1 天未命中', neverReached: '永不生效', shadowedBy: (place: number) => `排在前面的规则 ${place} 已匹配其全部流量：`, shadowedByInner: '组内互通在所有规则之前生效。',
    byItself: {
      'inner-access-accept': '组内成员互通，先于所有规则。', 'inner-access-drop': '没有规则放行时，组内成员相互隔离。',
      'default-ingress-drop': '没有规则匹配：拒绝其他入方向流量。', 'default-egress-accept': '没有规则匹配：允许所有出方向流量。', 'default-egress-drop': '没有规则匹配：拒绝所有出方向流量。',
    },
    order: {
      normal: '由第一条匹配的规则决定。组内互通时，它先于所有规则。规则按优先级从 1 到 100 依次匹配；优先级相同时，拒绝先于允许；策略也相同时，先添加的规则优先。组内隔离仅在没有规则匹配时生效。若均不匹配，入方向拒绝，出方向允许。',
      enterprise: '由第一条匹配的规则决定。规则按优先级从 1 到 100 依次匹配；优先级相同时，拒绝先于允许；策略也相同时，先添加的规则优先。若均不匹配，入方向和出方向一律拒绝，组内成员之间也不例外。',
    },
    orderMore: '弹性网卡加入多个安全组时，所有安全组的规则合并后按此顺序匹配。已放行会话的返回流量无需规则即可通过。若平台封禁外发邮件（TCP 25 端口），则封禁先于一切规则。',
    noHits: '此处无法提供规则的命中情况。', countingHits: '正在统计命中情况…', notLogged: '没有流日志覆盖该专有网络，因此无法得知规则的命中情况。', createFlowLog: '创建流日志', hitsOf: (from: string, to: string) => `命中统计时间：${from} 至 ${to}，依据安全组内所有弹性网卡的流日志。`,
    noMembers: '没有弹性网卡加入该安全组。可在弹性网卡的安全组中选择它。', inList: '在弹性网卡列表中查看', otherGroups: '其他安全组',
    same: '没有差异。', innerAccess: '组内连通策略', added: (count: number) => `新增：${zh.count(count)}`, removed: (count: number) => `删除：${zh.count(count)}`, changed: (count: number) => `修改：${zh.count(count)}`, unchanged: (count: number) => `${zh.count(count)} 条规则未变。`,
    fields: { direction: '方向', policy: '授权策略', protocol: '协议', portRange: '端口', sourcePortRange: '源端口', peer: '源或目的', own: '网卡本端', priority: '优先级', description: '描述' },
    now: '当前生效', inForceFrom: '生效时间', changes: '变更', view: '查看', compareWithNow: '与当前版本比较', compare: '比较两个版本', from: '从版本', to: '到版本', choose: '请选择…', restore: '恢复…', restoreOf: (version: number) => `将版本 ${version} 恢复为草稿`, versionOf: (version: number) => `版本 ${version}`, noVersions: '没有版本。', noSuchVersion: (version: string) => `版本 ${version} 不存在。`,
    changeCounts: (added: number, removed: number, changed: number, inner: boolean) => [added && `新增 ${added}`, removed && `删除 ${removed}`, changed && `修改 ${changed}`, inner && '组内连通策略'].filter((part) => part).join('，') || '仅顺序',
    addIngress: '添加入方向规则', addEgress: '添加出方向规则', sort: '按匹配顺序排列', editHint: '保存之前，修改只保留在此处。# 为规则的匹配次序；↑ 和 ↓ 会调整优先级。端口也可写作 443 或 8000-8080。', noRules: '还没有规则，请添加。',
    draftChanges: '尚未保存的修改', discard: '放弃修改', save: '保存规则', stale: '其他人在此期间修改了该安全组。您的修改未保存，草稿仍保留。请加载当前版本，查看下方差异后再保存。', overtaken: (base: number, now: number) => `草稿基于版本 ${base}，而当前生效的是版本 ${now}。保存后草稿将取代当前版本，请先查看差异。`, compareAgain: '加载并比较', wrongRules: (count: number) => `${zh.count(count)} 条规则有误，请查看上方对应单元格。`, asNew: '将已不存在的规则作为新规则添加',
    partOf: (part: string, rule: string) => `${part}，规则 ${rule}`, isNew: '新', earlier: '前移', later: '后移', more: '源端口与网卡本端', duplicate: '复制', remove: '删除',
  },
);
