import { both } from '../app/preferences';

/**
 * What a code of the API says, where the language has words of its own for it; English is what the API says itself.
 * `refusals` are of whole requests, `wrongs` of one thing in them, `queries` of a place in a query.
 */
export type Words = { refusals: Record<string, string>; wrongs: Record<string, string>; queries: Record<string, string> };

const none: Words = { refusals: {}, wrongs: {}, queries: {} };

const zh: Words = {
  refusals: {
    AuthorizationRequired: '主账号尚未授权服务写入其 Logstore，请先确认授权策略。', BadRequest: '无法读取该请求。', BodyTooLarge: '请求内容超过 1 MiB。', BrokenRequest: '请求内容中断、过慢或过大。',
    CaptureInUse: '该抓包文件正在读取，请一分钟后重试。', CaptureNotExist: '该弹性网卡没有这个抓包文件。', DependencyViolation: '资源仍被引用，无法执行该操作。', 'EntityAlreadyExists.User': '已有同名的 子用户。', 'EntityNotExist.Policy': '该 子用户没有自定义策略。',
    'EntityNotExist.User': '子用户不存在。', 'EntityNotExist.User.AccessKey': 'AccessKey 不存在。', 'Forbidden.SubUser': '仅主账号可以执行该操作。', IndexConfigNotExist: '该 Logstore 的分析报表未开启。',
    InterfaceNotCapturable: '主机没有该网络接口，或没有权限采集。', InternalError: '服务内部错误，原因见服务日志。', InvalidAccessKey: 'AccessKey 无效。', 'InvalidInstanceId.NotFound': '流日志不存在。',
    'InvalidNetworkInterfaceId.NotFound': '弹性网卡不存在。', InvalidParameter: '请求参数有误。', InvalidQueryString: '查询语句有误。', 'InvalidPrefixListId.NotFound': '前缀列表不存在。', 'InvalidRegionId.NotFound': '地域不存在。',
    'InvalidSecurityGroupId.NotFound': '安全组不存在。', 'InvalidSecurityGroupVersion.NotFound': '安全组没有该版本。', InvalidSecurityToken: '安全令牌无效或已过期。', InvalidStatus: '流日志的当前状态不允许该操作。',
    'InvalidVpcId.NotFound': '专有网络不存在。', 'InvalidVSwitchId.NotFound': '交换机不存在。', 'LimitExceeded.User.AccessKey': '每个用户最多有两个 AccessKey。', LogstoreAlreadyExist: '该 Project 中已有同名的 Logstore。', LogStoreNotExist: 'Logstore 不存在。',
    MalformedJson: '请求内容不是有效的 JSON 对象。', MethodNotAllowed: '该地址不支持此请求方法。', MissingAccessKey: '请求缺少 AccessKey。', NoPermission: '没有权限：子用户的策略未允许或拒绝了该操作。', NotFound: '该地址不存在。',
    NotPcapSource: '该弹性网卡的流量来源不是抓包文件（pcap）。', OperationConflict: '同时有其他请求修改了内容，请刷新后重试。', 'OperationDenied.AccessKey.Configured': '该 AccessKey 来自服务设置，只能在设置中修改。',
    PreconditionFailed: '内容已被他人修改，请刷新后重试。', ProjectAlreadyExist: 'Project 名称已被占用（可能属于其他账号）。', ProjectNotExist: 'Project 不存在。', ProjectQuotaExceed: '配额已用完：每个地域最多 50 个 Project，每个 Project 最多 200 个 Logstore。',
    'QuotaExceeded.FlowLog': '该地域的流日志配额已用完。', QueryTooLarge: '查询所需的时间或内存超出限制，请缩小时间范围或增加条件。', ReportAlreadyOff: '该 Logstore 的分析报表已关闭。', ReportAlreadyOn: '该 Logstore 的分析报表已开启。', ReportNotExist: '没有该报表。',
    ServerBusy: '正在运行的查询过多，请稍后重试。', ServiceUnavailable: '存储暂时没有响应，请稍后重试。', Stopping: '服务正在停止。', Throttling: '该地址登录失败次数过多，请稍后重试。', 'Throttling.User': '该 AccessKey 的请求过于频繁，请稍后重试。',
    TooManyCaptures: '该弹性网卡的抓包文件数已达上限（默认 500 个）。', CaptureTooLarge: '抓包文件过大（默认上限 2 GiB）。', 'QuotaExceeded.CaptureBytes': '账号的抓包文件总大小已达上限（默认 100 GiB），请删除已读完的文件。',
    TooManyUploads: '服务正在接收的抓包文件过多，请稍后重试。', 'TooManyUploads.Account': '账号同时上传的抓包文件过多，请稍后重试。', TooManyTails: '实时日志的连接数已达上限，请稍后重试。', 'TooManyTails.Account': '账号的实时日志连接数已达上限，请稍后重试。',
    DataDamaged: '所查询的记录在存储中已损坏，可改查其他时间。', 'Forbidden.Operator': '仅服务运营方的账号可以执行该操作。', 'Forbidden.TrafficSource': '该流量来源属于主机，服务设置未允许此账号使用。', ConsoleError: '控制台出错，请刷新页面后重试。',
  },
  wrongs: {
    DuplicateTagKey: '标签键重复。', 'InvalidCidrBlock.NotInVpc': '网段不在专有网络的网段内。', 'InvalidCidrBlock.Overlapped': '网段与其他交换机重叠。', 'InvalidIpv6Address.AlreadyUsed': '该 IPv6 地址已被其他弹性网卡使用。', 'InvalidIpv6Address.NotInVSwitch': '该 IPv6 地址不在交换机的网段内。',
    'InvalidNetworkInterfaceId.NotFound': '弹性网卡不存在。', 'InvalidPrefixListId.NotFound': '前缀列表不存在。', 'InvalidSecurityGroupId.NotFound': '安全组不存在。', 'InvalidVpcId.NotFound': '专有网络不存在。', 'InvalidVSwitchId.NotFound': '交换机不存在。', 'InvalidRegionId.NotFound': '地域不存在。',
    'InvalidParam.DestIp': '源和目的的 IP 版本不一致。', 'InvalidParam.SourceIp': '源和目的的 IP 版本不一致。', 'InvalidParam.Ipv4ProtocolConflictWithIpv6Address': 'icmp 规则不能使用 IPv6 网段。', 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address': 'icmpv6 规则不能使用 IPv4 网段。',
    'InvalidParameter.Conflict': '同一属性使用了两个名称。', 'InvalidPriority.ValueNotSupported': '优先级必须为 1～100。', 'InvalidPrivateIpAddress.AlreadyUsed': '该私网地址已被其他弹性网卡使用。', 'InvalidPrivateIpAddress.NotInVSwitch': '该私网地址不在交换机的网段内。',
    'InvalidPrivateIpAddress.Reserved': '该地址为系统保留地址（网段的第一个或最后三个）。', 'InvalidResourceId.NotFound': '资源实例不存在。', 'InvalidSecurityGroupDiscription.Malformed': '规则描述最多 512 个字符。', 'InvalidSecurityGroupId.Mismatch': '安全组与弹性网卡不属于同一个专有网络。',
    'InvalidSecurityGroupId.TypeMismatch': '弹性网卡的安全组必须为同一类型。', 'InvalidSecurityGroupRuleId.NotFound': '安全组没有该规则。', 'InvalidSourceGroupId.Mismatch': '引用的安全组属于其他专有网络，或其中一方为企业级安全组。', 'InvalidSourcePortRange.Malformed': '源端口与规则的协议不匹配。',
    InvalidTimeRange: '开始时间必须早于结束时间，且范围不能过长。', 'InvalidVSwitchId.IpNotEnough': '交换机没有可用的地址。', LogStoreNotExist: 'Logstore 不存在。', ProjectNotExist: 'Project 不存在。', ReportAlreadyOn: '该 Logstore 的分析报表已开启。',
    Malformed: '格式不符合要求。', MissingParameter: '此项为必填。', 'MissingParameter.Source': '请填写网段、安全组或前缀列表。', MoreThanOnce: '重复。', NotModifiable: '不能修改。', OperationDenied: '端口与规则的协议不匹配。', ParameterInvalid: '该参数不适用于此查询。',
    TooFew: '数量过少。', TooMany: '数量过多。', UnknownParameter: '未知参数。', UnknownProperty: '未知属性。', ValueNotSupported: '不支持该值。', WrongType: '类型不正确。',
    ProjectAlreadyExist: 'Project 名称已被占用（可能属于其他账号）。', LogstoreAlreadyExist: '该 Project 中已有同名的 Logstore。', 'EntityAlreadyExists.User': '已有同名的 子用户。', DependencyViolation: '仍被引用。',
  },
  queries: {
    UnknownField: '没有该字段。', UnknownName: '没有该名称。', NumberExpected: '此处应为整数。', TimeExpected: '此处应为时间。', AddressExpected: '此处应为 IP 地址。', InvalidCidr: '网段无效。', OutOfRange: '超出该字段的取值范围。', NotComparable: '该字段不能比较大小。',
    InvalidRange: '范围无效。', InvalidWildcard: '通配符用法无效。', EmptyText: '引号内没有内容。', ValueExpected: '缺少值。', ConditionExpected: '缺少条件。', UnexpectedText: '此处不能出现该内容。', UnclosedQuote: '引号没有闭合。', UnclosedParenthesis: '括号没有闭合。',
    SearchTooLong: '查询条件过长。', SearchTooDeep: '嵌套过深。', TooManyConditions: '条件过多。', QueryTooLong: '查询语句过长。', EmptyStatement: '竖线后没有语句。', SeveralStatements: '只能有一条语句。', NotReadOnly: '只支持 SELECT、WITH 或 VALUES。', UnterminatedText: '文本没有闭合。',
    UnterminatedName: '名称没有闭合。', UnterminatedComment: '注释没有闭合。', MalformedNumber: '数字格式无效。', MalformedBlob: '字节格式无效。', UnexpectedCharacter: 'SQL 中不能出现该字符。', SqlSyntaxError: 'SQL 语法错误。', UnknownColumn: '没有该列。', AmbiguousColumn: '列名不唯一。',
    UnknownFunction: '没有该函数。', WrongArguments: '参数个数不正确。', UnknownTable: '只有 log 一张表。', UnknownType: '没有该类型。', InvalidValue: '函数不能使用该值。', IntegerOverflow: '整数溢出。', TooManyRows: '请求的行数过多。', QueryTooComplex: '查询过于复杂。', QueryTimedOut: '查询超时。',
    OutOfMemory: '查询占用内存过多。', AnswerTooLarge: '结果过大。', TextTooLong: '文本过长。', SqlFailed: '执行 SQL 出错。',
  },
};

export const refusalTexts = both(none, zh);

/** Refusals of which only the API's own words say what stands in the way. */
export const needsDetail = ['DataDamaged', 'InterfaceNotCapturable', 'DependencyViolation', 'QueryTooLarge', 'NoPermission', 'Forbidden.TrafficSource', 'ConsoleError', 'BrokenRequest', 'InvalidStatus'];
