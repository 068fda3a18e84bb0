import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Button } from '../ui/Button';
import type { Logstore } from './logservice';
import type { Doing } from './LogServiceDialog';
import { logServiceTexts } from './texts';

/** The ways to a Logstore's records, and what can be changed about it. */
export function LogstoreActions({ logstore, onDo }: { logstore: Logstore; onDo: (doing: Doing) => void }) {
  const text = useTexts(logServiceTexts);
  const { project, name, report } = logstore;
  const link = (action: string, address: string) => <a class="button quiet small" href={address} aria-label={text.of(action, name)}>{action}</a>;
  const button = (action: string, kind: 'report' | 'editLogstore' | 'deleteLogstore') => <Button size="small" kind="quiet" label={text.of(action, name)} onClick={() => onDo({ kind, logstore })}>{action}</Button>;
  return (
    <div class="logservice-actions">
      {link(text.search, href(['logservice', project, name]))}
      {report && link(text.dashboards, href(['logservice', project, name, 'dashboards']))}
      {link(text.usage, href(['usage'], { project, logstore: name }))}
      {button(report ? text.turnOff : text.turnOn, 'report')}
      {button(text.edit, 'editLogstore')}
      {button(text.remove, 'deleteLogstore')}
    </div>
  );
}
