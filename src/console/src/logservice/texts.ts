import { both } from '../app/preferences';

export const logServiceTexts = both(
  {
    title: 'Log Service', lead: 'Flow logs write their records into Logstores; a Project holds Logstores that belong together.',
    newProject: 'New Project', newLogstore: 'New Logstore', project: 'Project', logstore: 'Logstore', filter: 'Filter by name or description', projects: (count: number) => (count === 1 ? '1 Project' : `${count} Projects`),
    noProjects: 'There is no Project in this region yet. Make one, then a Logstore in it; flow logs can write there.', nothingFits: 'No Project or loaded Logstore fits.',
    searchAll: 'Search the Logstores of all Projects', searching: (done: number, all: number) => `Reading Logstores: ${done} of ${all} Projects…`,
    logstoresOf: (project: string) => `Logstores of ${project}`, noLogstores: 'No Logstore yet.', count: (count: number) => (count === 1 ? '1 Logstore' : `${count} Logstores`),
    report: 'Analysis report', ttl: 'Kept for', usedBy: 'Used by flow logs', created: 'Created', actions: 'Actions', on: 'On', off: 'Off', since: (time: string) => `since ${time}`,
    days: (days: number) => (days === 3650 ? 'ever' : days === 1 ? '1 day' : `${days} days`), nobody: 'none', further: (count: number) => `and ${count} more`,
    search: 'Search', dashboards: 'Dashboards', usage: 'Usage', edit: 'Edit', remove: 'Delete', turnOn: 'Turn report on', turnOff: 'Turn report off', of: (action: string, name: string) => `${action}: ${name}`,
    zone: (zone: string) => `Times: ${zone}`,
  },
  {
    title: '日志服务', lead: '流日志写入 Logstore；同一业务的 Logstore 归入一个 Project。',
    newProject: '新建 Project', newLogstore: '新建 Logstore', project: 'Project', logstore: 'Logstore', filter: '按名称或描述筛选', projects: (count: number) => `共 ${count} 个 Project`,
    noProjects: '该地域还没有 Project。请先创建 Project，再在其中创建 Logstore，供流日志写入。', nothingFits: '没有符合条件的 Project 或已加载的 Logstore。',
    searchAll: '在所有 Project 的 Logstore 中查找', searching: (done: number, all: number) => `正在读取 Logstore：已完成 ${done}/${all} 个 Project…`,
    logstoresOf: (project: string) => `${project} 的 Logstore`, noLogstores: '还没有 Logstore。', count: (count: number) => `${count} 个 Logstore`,
    report: '分析报表', ttl: '保存时间', usedBy: '使用该 Logstore 的流日志', created: '创建时间', actions: '操作', on: '已开启', off: '未开启', since: (time: string) => `自 ${time}`,
    days: (days: number) => (days === 3650 ? '永久' : `${days} 天`), nobody: '无', further: (count: number) => `另有 ${count} 个`,
    search: '查询', dashboards: '仪表盘', usage: '用量', edit: '编辑', remove: '删除', turnOn: '开启报表', turnOff: '关闭报表', of: (action: string, name: string) => `${action}：${name}`,
    zone: (zone: string) => `时区：${zone}`,
  },
);

export const formTexts = both(
  {
    newProject: 'New Project', editProject: (name: string) => `Edit Project ${name}`, newLogstore: (project: string) => `New Logstore in ${project}`, editLogstore: (name: string) => `Edit Logstore ${name}`,
    name: 'Name', description: 'Description', descriptionHint: 'At most 256 characters.',
    projectHint: '3 to 63 lower-case letters, digits and hyphens; begins and ends with a letter or digit. Nobody else may have the name, and it cannot be changed later.',
    logstoreHint: '3 to 63 lower-case letters, digits, hyphens and underscores; begins and ends with a letter or digit. It cannot be changed later.',
    ttl: 'Days that records are kept', ttlNew: '1 to 3650; 3650 keeps them for ever. Left empty: 7 days with the analysis report, else 300.', ttlEdit: '1 to 3650; 3650 keeps them for ever. What is older is not shown any more at once and is dropped within a day; that cannot be undone.',
    shorter: (from: number, to: number) => `Records older than ${to} days will be deleted; up to now they are kept ${from === 3650 ? 'for ever' : `${from} days`}.`,
    report: 'Turn on the analysis report', reportHint: 'Index, SQL and dashboards. Indexing is charged by traffic; dashboards and queries are free. It can be turned on later, for records from then on.',
  },
  {
    newProject: '新建 Project', editProject: (name: string) => `编辑 Project ${name}`, newLogstore: (project: string) => `在 ${project} 中新建 Logstore`, editLogstore: (name: string) => `编辑 Logstore ${name}`,
    name: '名称', description: '描述', descriptionHint: '最多 256 个字符。',
    projectHint: '3～63 个字符，可包含小写字母、数字和短划线，以小写字母或数字开头和结尾。名称全局唯一，创建后不能修改。',
    logstoreHint: '3～63 个字符，可包含小写字母、数字、短划线和下划线，以小写字母或数字开头和结尾。创建后不能修改。',
    ttl: '日志保存天数', ttlNew: '1～3650，3650 表示永久保存。不填时，开启分析报表为 7 天，否则为 300 天。', ttlEdit: '1～3650，3650 表示永久保存。超过保存时间的日志立即不再显示，并在一天内删除，无法恢复。',
    shorter: (from: number, to: number) => `超过 ${to} 天的日志将被删除；目前为${from === 3650 ? '永久保存' : `保存 ${from} 天`}。`,
    report: '开启分析报表', reportHint: '包括索引、SQL 分析和仪表盘。索引按流量计费，仪表盘和查询免费。也可以之后再开启，仅对此后的日志生效。',
  },
);

export const removalTexts = both(
  {
    project: (name: string) => `Delete Project ${name}?`, logstore: (name: string) => `Delete Logstore ${name}?`, remove: 'Delete',
    projectEmpty: 'The Project has no Logstores. Its name becomes free.', projectFull: (count: number) => `${count === 1 ? 'Its Logstore is' : `Its ${count} Logstores are`} deleted with all records. This cannot be undone.`, logstoreText: 'All its records are deleted. This cannot be undone.',
    flowLogs: 'These flow logs write there. They stay, but their delivery fails from then on:', reading: 'Looking what would be deleted…',
    on: (name: string) => `Turn the report of ${name} on?`, off: (name: string) => `Turn the report of ${name} off?`, turnOn: 'Turn on', turnOff: 'Turn off',
    onText: 'Index, SQL and dashboards are made for records from now on; those that are there already are not indexed. Indexing is charged by traffic; dashboards and queries are free.',
    onTtl: (days: number) => `Records are kept ${days} days now. If nobody chose that, it becomes 7 days, and what is older is deleted; set the days yourself before if that is not wanted.`,
    offText: 'Search, SQL and dashboards of this Logstore stop at once. Flow logs go on writing, records stay, and can be read and exported by time only. Turned on again, it is for records from then on.',
    offTtl: 'If nobody chose how long records are kept, it becomes 300 days.',
  },
  {
    project: (name: string) => `删除 Project ${name}？`, logstore: (name: string) => `删除 Logstore ${name}？`, remove: '删除',
    projectEmpty: '该 Project 中没有 Logstore。删除后名称可重新使用。', projectFull: (count: number) => `其中的 ${count} 个 Logstore 及全部日志将一并删除，无法恢复。`, logstoreText: '其中的全部日志将被删除，无法恢复。',
    flowLogs: '以下流日志写入其中。流日志会保留，但此后投递将失败：', reading: '正在查看将被删除的内容…',
    on: (name: string) => `开启 ${name} 的分析报表？`, off: (name: string) => `关闭 ${name} 的分析报表？`, turnOn: '开启', turnOff: '关闭',
    onText: '将为此后的日志创建索引、SQL 分析和仪表盘；已有日志不会被索引。索引按流量计费，仪表盘和查询免费。',
    onTtl: (days: number) => `当前日志保存 ${days} 天。若该天数并非人为设置，将变为 7 天，更早的日志会被删除；如不希望如此，请先自行设置保存天数。`,
    offText: '该 Logstore 的查询、SQL 分析和仪表盘将立即停止。流日志继续写入，日志会保留，但只能按时间读取和导出。再次开启后，仅对此后的日志生效。',
    offTtl: '若保存天数并非人为设置，将变为 300 天。',
  },
);
