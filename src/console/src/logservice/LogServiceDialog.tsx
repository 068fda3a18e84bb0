import type { FlowLog } from '../flowlogs/flowLog';
import { CreateLogstore } from './CreateLogstore';
import { CreateProject } from './CreateProject';
import { DeleteLogstore, DeleteProject } from './Removal';
import { EditLogstore } from './EditLogstore';
import { EditProject } from './EditProject';
import type { Logstore, Project } from './logservice';
import { ReportDialog } from './ReportDialog';

/** What somebody is about to do. */
export type Doing =
  | { kind: 'createProject' }
  | { kind: 'editProject' | 'deleteProject' | 'createLogstore'; project: Project }
  | { kind: 'editLogstore' | 'deleteLogstore' | 'report'; logstore: Logstore };

/** `onDone` is told in which Project something has changed. */
export function LogServiceDialog({ doing, flowLogs, onClose, onDone }: { doing: Doing; flowLogs: FlowLog[]; onClose: () => void; onDone: (project: string) => void }) {
  switch (doing.kind) {
    case 'createProject': return <CreateProject onClose={onClose} onDone={onDone} />;
    case 'editProject': return <EditProject project={doing.project} onClose={onClose} onDone={onDone} />;
    case 'deleteProject': return <DeleteProject project={doing.project} flowLogs={flowLogs} onClose={onClose} onDone={onDone} />;
    case 'createLogstore': return <CreateLogstore project={doing.project} onClose={onClose} onDone={onDone} />;
    case 'editLogstore': return <EditLogstore logstore={doing.logstore} onClose={onClose} onDone={onDone} />;
    case 'deleteLogstore': return <DeleteLogstore logstore={doing.logstore} flowLogs={flowLogs} onClose={onClose} onDone={onDone} />;
    case 'report': return <ReportDialog logstore={doing.logstore} onClose={onClose} onDone={onDone} />;
  }
}
