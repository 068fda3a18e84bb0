import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

/** Where the records go, with the ways to them. */
export function LogstoreLink({ flowLog: { project, logstore } }: { flowLog: FlowLog }) {
  const text = useTexts(flowLogTexts);
  return (
    <div class="flowlog-store">
      <a href={href(['logservice', project, logstore])} aria-label={`${text.search}: ${project}/${logstore}`}>{project}/<wbr />{logstore}</a>
      <div><a class="flowlog-second" href={href(['logservice', project, logstore, 'dashboards'])} aria-label={`${text.dashboards}: ${project}/${logstore}`}>{text.dashboards}</a></div>
    </div>
  );
}
