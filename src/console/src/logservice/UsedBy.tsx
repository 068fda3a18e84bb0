import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog } from '../flowlogs/flowLog';
import type { Logstore } from './logservice';
import { logServiceTexts } from './texts';

const most = 3;

/** The flow logs that write there. */
export function UsedBy({ logstore: { project, name }, flowLogs }: { logstore: Logstore; flowLogs: FlowLog[] | undefined }) {
  const text = useTexts(logServiceTexts);
  if (flowLogs === undefined) return <>…</>;
  const using = flowLogs.filter((flowLog) => flowLog.project === project && flowLog.logstore === name);
  if (using.length === 0) return <span class="faint">{text.nobody}</span>;
  return (
    <>
      {using.slice(0, most).map((flowLog) => <div key={flowLog.id}><a href={href(['flowlogs'], { flowlog: flowLog.id })}>{flowLog.name}</a></div>)}
      {using.length > most && <a href={href(['flowlogs'], { project, logstore: name })}>{text.further(using.length - most)}</a>}
    </>
  );
}
