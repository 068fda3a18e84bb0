import { both, useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { ButtonLink } from '../ui/Button';
import { Badge, Section } from '../ui/Page';

const texts = both(
  {
    title: 'Create the first flow log', done: 'done', authorize: 'Confirm the authorization policy', authorizeText: 'The primary account lets the service write to its Logstores, once.',
    store: 'Have a Project and a Logstore', storeText: 'Records are written into a Logstore of a Project. Make them on the Log Service page, or while creating the flow log.', toStore: 'To the Log Service',
    create: 'Create the flow log', createText: 'Choose an ENI, a VSwitch or a VPC, the traffic, and the Logstore. Records appear once the first capture window has closed.', toCreate: 'Create FlowLog',
  },
  {
    title: '创建第一个流日志', done: '已完成', authorize: '确认授权策略', authorizeText: '由主账号授权本服务写入其 Logstore，只需一次。',
    store: '准备 Project 和 Logstore', storeText: '日志写入 Project 下的 Logstore。可在日志服务页面创建，也可在创建流日志时一并创建。', toStore: '前往日志服务',
    create: '创建流日志', createText: '选择弹性网卡、交换机或专有网络 VPC，以及流量类型和 Logstore。第一个采样窗口结束后即可看到日志。', toCreate: '创建流日志',
  },
);

/** The way to the first flow log, in the order of its steps. */
export function GettingStarted({ confirmed, hasProject, createAddress }: { confirmed: boolean; hasProject: boolean; createAddress: string }) {
  const text = useTexts(texts);
  const done = <Badge tone="good">✓ {text.done}</Badge>;
  return (
    <Section title={text.title}>
      <ol class="flowlog-steps">
        <li><b>{text.authorize}</b> {confirmed && done}<p class="faint">{text.authorizeText}</p></li>
        <li><b>{text.store}</b> {hasProject && done}<p class="faint">{text.storeText}</p>{!hasProject && <ButtonLink href={href(['logservice'])}>{text.toStore}</ButtonLink>}</li>
        <li><b>{text.create}</b><p class="faint">{text.createText}</p>{confirmed && <ButtonLink kind="primary" href={createAddress}>{text.toCreate}</ButtonLink>}</li>
      </ol>
    </Section>
  );
}
