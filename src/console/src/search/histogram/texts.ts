import { both } from '../../app/preferences';

export const histogramTexts = both(
  {
    title: 'Records over time', label: (count: string) => `Histogram: ${count} records over time`, caption: 'Records over time, bucket by bucket',
    names: { records: 'Records', accepted: 'Accepted', rejected: 'Rejected', other: 'Without traffic', missing: 'Something is missing', pending: 'Not there yet' },
    from: 'From', to: 'To', records: 'Records', packets: 'Packets', bytes: 'Bytes', zoom: 'Zoom', zoomTo: 'Zoom to', zoomToOf: (time: string) => `Zoom to ${time}`, zoomOut: 'Zoom out',
    found: (count: string) => `${count} records`, bucket: (time: string) => `A bar is ${time}.`, drag: 'Drag over bars to zoom in.', shaded: 'Shaded stretches are not complete.',
    complete: 'Complete', unknown: 'Nothing was logged in this range', share: (share: string) => `${share} complete`, missing: (parts: string) => `missing: ${parts}`,
    minutes: { skipped: (n: string) => `${n} min skipped`, late: (n: string) => `${n} min late`, lost: (n: string) => `${n} min lost`, pending: (n: string) => `${n} min pending`, sampled: (n: string) => `${n} min sampled` },
    details: 'Completeness by ENI…', completeness: 'Completeness by ENI', totals: 'All ENIs', eni: 'ENI', state: 'State', reason: 'Reason', reasons: 'Why something is missing', noReasons: 'Nothing is missing.',
    states: { observed: 'observed', noTraffic: 'no traffic', sampled: 'sampled', skipped: 'skipped', late: 'late', lost: 'lost', notLogged: 'not logged', pending: 'pending' },
    meanings: {
      observed: 'Every packet was counted.', noTraffic: 'It was observed, and there was nothing.', sampled: 'Some of the packets were looked at, and stand for all.', skipped: 'Some of its traffic could not be recorded.',
      late: 'It should be there and is not yet.', lost: 'Its records are in the poison queue, or a message has vanished.', notLogged: 'No flow log asked for it.', pending: 'Its window is open, or has just closed.',
    },
    minutesOf: (n: string) => `${n} min`, sampledBy: (rate: string) => `1 of ${rate}`, more: 'More ENIs are shown by “Load more”.', noEnis: 'No ENI is logged into this Logstore in this range.', records2: 'Records', runs: (eni: string) => `Time strip of ${eni}`,
  },
  {
    title: '日志随时间分布', label: (count: string) => `直方图：${count} 条日志随时间的分布`, caption: '各时间段的日志数量',
    names: { records: '日志', accepted: '允许', rejected: '拒绝', other: '无流量', missing: '有缺失', pending: '尚未到达' },
    from: '开始', to: '结束', records: '日志条数', packets: '数据包数', bytes: '字节数', zoom: '缩放', zoomTo: '放大', zoomToOf: (time: string) => `放大到 ${time}`, zoomOut: '缩小',
    found: (count: string) => `${count} 条日志`, bucket: (time: string) => `每柱 ${time}。`, drag: '拖动选择柱形可放大。', shaded: '阴影部分的数据不完整。',
    complete: '数据完整', unknown: '此时间范围内没有采集', share: (share: string) => `完整度 ${share}`, missing: (parts: string) => `缺失：${parts}`,
    minutes: { skipped: (n: string) => `跳过 ${n} 分钟`, late: (n: string) => `延迟 ${n} 分钟`, lost: (n: string) => `丢失 ${n} 分钟`, pending: (n: string) => `等待中 ${n} 分钟`, sampled: (n: string) => `抽样 ${n} 分钟` },
    details: '按弹性网卡查看完整度…', completeness: '弹性网卡的数据完整度', totals: '全部弹性网卡', eni: '弹性网卡', state: '状态', reason: '原因', reasons: '缺失的原因', noReasons: '没有缺失。',
    states: { observed: '已采集', noTraffic: '无流量', sampled: '抽样', skipped: '跳过', late: '延迟', lost: '丢失', notLogged: '未开启', pending: '等待中' },
    meanings: {
      observed: '每个数据包都已计入。', noTraffic: '已采集，没有流量。', sampled: '抽样采集部分数据包并按比例放大。', skipped: '部分流量未能记录。',
      late: '应当到达但尚未到达。', lost: '记录在死信队列中，或消息已丢失。', notLogged: '没有流日志采集此时间。', pending: '捕获窗口尚未结束，或刚刚结束。',
    },
    minutesOf: (n: string) => `${n} 分钟`, sampledBy: (rate: string) => `1/${rate}`, more: '点击“加载更多”显示更多弹性网卡。', noEnis: '此时间范围内没有弹性网卡写入此 Logstore。', records2: '日志', runs: (eni: string) => `${eni} 的时间条`,
  },
);
