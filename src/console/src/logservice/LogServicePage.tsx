import { useState } from 'preact/hooks';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { go, href } from '../app/routes';
import { useSession } from '../app/session';
import type { FlowLog } from '../flowlogs/flowLog';
import { Button } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useAsked } from '../ui/asked';
import type { Project } from './logservice';
import { LogServiceDialog, type Doing } from './LogServiceDialog';
import { ProjectList } from './ProjectList';
import { readOpen, writeOpen } from './shown';
import { logServiceTexts } from './texts';
import { useLogstores } from './useLogstores';
import './logservice.css';

export default function LogServicePage({ route }: PageProperties) {
  const text = useTexts(logServiceTexts);
  const { api } = useSession();
  const projects = useAsked((signal) => api.all<Project>('projects', {}, signal), []);
  const flowLogs = useAsked((signal) => api.all<FlowLog>('flowlogs', {}, signal), []);
  const open = readOpen(route.params, projects.value ?? []);
  const filter = route.params.get('filter') ?? '';
  const logstores = useLogstores(open);
  const [doing, setDoing] = useState<Doing>();
  const show = (names: string[], wanted = filter) => go(href(['logservice'], { filter: wanted, open: writeOpen(names) }), true);
  const done = (project: string) => {
    setDoing(undefined);
    projects.reload();
    flowLogs.reload();
    if (doing?.kind === 'deleteProject') show(open.filter((name) => name !== project));
    else void logstores.load(project);
    if (doing?.kind === 'createProject' || doing?.kind === 'createLogstore') show([...new Set([...open, project])]);
  };
  return (
    <Page title={text.title} lead={text.lead} actions={<Button kind="primary" onClick={() => setDoing({ kind: 'createProject' })}>{text.newProject}</Button>}>
      <Loaded asked={projects}>
        {(items) => (items.length === 0
          ? <Empty action={<Button onClick={() => setDoing({ kind: 'createProject' })}>{text.newProject}</Button>}>{text.noProjects}</Empty>
          : <ProjectList projects={items} flowLogs={flowLogs} logstores={logstores} open={open} filter={filter} onShow={show} onDo={setDoing} />)}
      </Loaded>
      {doing && <LogServiceDialog doing={doing} flowLogs={flowLogs.value ?? []} onClose={() => setDoing(undefined)} onDone={done} />}
    </Page>
  );
}
