import { useRef, useState } from 'preact/hooks';
import { at } from '../../api/api';
import { useTexts } from '../../app/preferences';
import { useSession } from '../../app/session';
import type { Logstore, Project } from '../../logservice/logservice';
import { Button } from '../../ui/Button';
import { CheckField, SelectField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';
import type { Asked } from '../../ui/asked';
import { NewStore } from './NewStore';
import type { Proposal } from './proposal';
import { createTexts } from './texts';

type Properties = { proposal: Proposal; onChange: (changes: Partial<Proposal>) => void; projects: Asked<Project[]>; logstores: Asked<Logstore[]>; problemsOf: (field: string) => string[] };

/** Where the records go: a Project and a Logstore that are there, or new ones. */
export function LogstoreFields({ proposal, onChange, projects, logstores, problemsOf }: Properties) {
  const text = useTexts(createTexts);
  const { api } = useSession();
  const [making, setMaking] = useState<'project' | 'logstore'>();
  const element = useRef<HTMLFieldSetElement>(null);
  const close = () => {
    // What was made, or what there is to choose from, is in the select beside it.
    element.current?.querySelectorAll<HTMLElement>('select')[making === 'logstore' ? 1 : 0]?.focus();
    setMaking(undefined);
  };
  const chosen = logstores.value?.find((each) => each.name === proposal.logstore && each.project === proposal.project);
  const makeProject = async (name: string) => {
    await api.change('POST', 'projects', name === '' ? {} : { name });
    projects.reload();
    onChange({ project: name, logstore: '' });
    close();
  };
  const makeLogstore = async (name: string) => {
    await api.change('POST', at`projects/${proposal.project}/logstores`, name === '' ? {} : { name });
    logstores.reload();
    onChange({ logstore: name });
    close();
  };
  return (
    <fieldset ref={element} class="field create-store">
      <legend>{text.store}</legend>
      <div class="form-row">
        <div class="form">
          <SelectField label={text.project} required value={proposal.project} onChange={(project) => onChange({ project, logstore: '', analysisReport: false })} empty={text.choose} choices={choicesOf(projects.value, proposal.project)} errors={problemsOf('project')} />
          {making === 'project' ? <NewStore label={text.projectName} hint={text.projectHint} action={text.makeProject} make={makeProject} onClose={close} /> : <div><Button size="small" onClick={() => setMaking('project')}>{text.newProject}</Button></div>}
          <ProblemNotice problem={projects.problem} retry={projects.reload} />
        </div>
        <div class="form">
          <SelectField label={text.logstore} required value={proposal.logstore} onChange={(logstore) => onChange({ logstore, analysisReport: false })} empty={proposal.project === '' ? text.projectFirst : text.choose} disabled={proposal.project === ''} choices={choicesOf(logstores.value, proposal.logstore)} errors={problemsOf('logstore')} />
          {making === 'logstore' ? <NewStore label={text.logstoreName} hint={text.logstoreHint} action={text.makeLogstore} make={makeLogstore} onClose={close} /> : <div><Button size="small" disabled={proposal.project === ''} onClick={() => setMaking('logstore')}>{text.newLogstore}</Button></div>}
          <ProblemNotice problem={logstores.problem} retry={logstores.reload} />
        </div>
      </div>
      {chosen && !chosen.report && <CheckField label={text.report} value={proposal.analysisReport} onChange={(analysisReport) => onChange({ analysisReport })} hint={text.reportHint} errors={problemsOf('analysisReport')} />}
      {chosen?.report && <Notice>{text.reportOn}</Notice>}
    </fieldset>
  );
}

/** A new one is chosen before the list has been read again. */
function choicesOf(items: { name: string }[] | undefined, chosen: string) {
  const names = (items ?? []).map((item) => item.name);
  return [...names, ...(chosen === '' || names.includes(chosen) ? [] : [chosen])].map((name) => ({ value: name, text: name }));
}
