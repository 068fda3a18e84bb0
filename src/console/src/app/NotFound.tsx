import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';
import { both, useTexts } from './preferences';

const texts = both(
  { title: 'No such page', text: 'There is no page at this address.', back: 'To the flow logs' },
  { title: '页面不存在', text: '该地址没有页面。', back: '返回流日志' },
);

export function NotFound() {
  const text = useTexts(texts);
  return <Page title={text.title}><Empty action={<a href="#/flowlogs">{text.back}</a>}>{text.text}</Empty></Page>;
}
