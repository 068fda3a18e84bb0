import { both } from '../app/preferences';

export const authorizationTexts = both(
  {
    title: 'Confirm Authorization Policy',
    lead: 'Before the first flow log, the account lets the service write to its Logstores. This is done once, for all regions. The confirmation grants:',
    confirm: 'Confirm', action: 'Action', what: 'What it allows', grants: 'What the confirmation grants',
    subUser: (user: string, account: string) => `You are signed in as the sub-user ${user}. Only the primary account can confirm: ask whoever holds the key of ${account}. Then press “Check again”.`,
    again: 'Check again',
    given: (time: string, by: string) => `Authorization policy confirmed on ${time} by account ${by}.`,
    takeBack: 'Take back', takeBackTitle: 'Take the authorization back?',
    takeBackText: 'Capture stops at once, and every flow log of this account shows that its delivery fails, in all regions. No flow log can be made.',
    takeBackKept: 'Records that are there stay. If it is confirmed again, what the traffic sources still hold is caught up.',
    grantTexts: {} as Record<string, string>,
  },
  {
    title: '确认授权策略',
    lead: '创建第一个流日志之前，账号需授权本服务写入其 Logstore。只需授权一次，对所有地域有效。确认后将授予以下权限：',
    confirm: '确认授权', action: '操作', what: '允许的内容', grants: '确认后授予的权限',
    subUser: (user: string, account: string) => `您当前以子用户 ${user} 登录。只有主账号可以确认授权：请联系持有 ${account} 密钥的人员，完成后单击“重新检查”。`,
    again: '重新检查',
    given: (time: string, by: string) => `授权策略已于 ${time} 由账号 ${by} 确认。`,
    takeBack: '撤销授权', takeBackTitle: '撤销授权？',
    takeBackText: '采集将立即停止，该账号在所有地域的流日志都会显示投递失败，并且无法再创建流日志。',
    takeBackKept: '已有的日志会保留。重新授权后，流量来源中仍保留的内容会被补采。',
    grantTexts: {
      'vpc:CaptureTraffic': '读取已启动的流日志所覆盖的弹性网卡的流量。',
      'log:PostLogStoreLogs': '向流日志指定的 Logstore 写入流日志记录。',
      'log:CreateIndex': '流日志要求开启分析报表时，开启 Logstore 的索引与 SQL 分析。',
      'log:CreateDashboard': '保存分析报表仪表盘的聚合数据。',
    } as Record<string, string>,
  },
);
