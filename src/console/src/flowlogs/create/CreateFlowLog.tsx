import { useState } from 'preact/hooks';
import { at } from '../../api/api';
import { useTexts } from '../../app/preferences';
import { useSession } from '../../app/session';
import type { Logstore, Project } from '../../logservice/logservice';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioField, TextArea, TextField } from '../../ui/Field';
import { useAsked, useTask, type Asked } from '../../ui/asked';
import { useFirstWrong } from '../../ui/firstWrong';
import { useProblemsOf } from '../../ui/problems';
import { useStanding } from '../../ui/standing';
import { kitTexts } from '../../ui/texts';
import { intervals, trafficTypes, type FlowLog, type TrafficType } from '../flowLog';
import type { Inventory } from '../inventory';
import { flowLogTexts } from '../texts';
import { EstimatePanel } from './EstimatePanel';
import { EstimateShort } from './EstimateShort';
import { LogstoreFields } from './LogstoreFields';
import { bodyOf, estimateOf, proposed, type Proposal } from './proposal';
import { Refused } from './Refused';
import { ResourceFields } from './ResourceFields';
import { TagsField } from './TagsField';
import { createTexts } from './texts';
import { useEstimate } from './useEstimate';
import './create.css';

const fields = ['name', 'resourceType', 'resourceId', 'trafficType', 'project', 'logstore', 'description', 'aggregationInterval', 'tags'];

type Properties = { inventory: Asked<Inventory>; params: URLSearchParams; onClose: () => void; onCreated: (flowLog: FlowLog) => void; onRevoked: () => void };

/** The form of the page “Create a flow log”, with what it would cost before OK. */
export function CreateFlowLog({ inventory, params, onClose, onCreated, onRevoked }: Properties) {
  const text = useTexts(createTexts);
  const list = useTexts(flowLogTexts);
  const kit = useTexts(kitTexts);
  const { api } = useSession();
  const [proposal, setProposal] = useState<Proposal>(() => proposed(params));
  const { project } = proposal;
  const projects = useAsked((signal) => api.all<Project>('projects', {}, signal), []);
  const logstores = useAsked(async (signal) => (project === '' ? [] : api.all<Logstore>(at`projects/${project}/logstores`, {}, signal)), [project]);
  const reportIsOff = logstores.value?.find((each) => each.name === proposal.logstore && each.project === project)?.report === false;
  const create = useTask(async (body: object) => {
    onCreated(await api.change<FlowLog>('POST', 'flowlogs', body));
  });
  const problem = useStanding(create, bodyOf(proposal, reportIsOff));
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(create.problem);
  const change = (changes: Partial<Proposal>) => setProposal((before) => ({ ...before, ...changes }));
  const submit = (event: Event) => {
    event.preventDefault();
    void create.run(bodyOf(proposal, reportIsOff));
  };
  const withoutReport = () => {
    change({ analysisReport: false });
    logstores.reload();
    void create.run(bodyOf({ ...proposal, analysisReport: false }, false));
  };
  const asked = estimateOf(proposal, reportIsOff);
  const estimating = useEstimate(asked);
  const footer = <><EstimateShort estimating={estimating} /><Button onClick={onClose}>{kit.cancel}</Button><Button kind="primary" type="submit" form="create-flowlog" busy={create.busy}>{kit.ok}</Button></>;
  return (
    <Dialog wide title={text.title} onClose={onClose} footer={footer}>
      <form id="create-flowlog" ref={form} class="form" noValidate onSubmit={submit}>
        <TextField label={text.name} value={proposal.name} onChange={(name) => change({ name })} required autoFocus hint={text.nameHint} errors={problemsOf('name')} />
        <ResourceFields proposal={proposal} onChange={change} inventory={inventory} problemsOf={problemsOf} />
        <div class="create-traffic"><RadioField label={text.trafficType} value={proposal.trafficType} onChange={(value) => change({ trafficType: value as TrafficType })} choices={trafficTypes.map((value) => ({ value, text: text.traffic[value] }))} errors={problemsOf('trafficType')} /></div>
        <LogstoreFields proposal={proposal} onChange={change} projects={projects} logstores={logstores} problemsOf={problemsOf} />
        <TextArea label={text.description} rows={2} value={proposal.description} onChange={(description) => change({ description })} hint={text.descriptionHint} errors={problemsOf('description')} />
        <RadioField label={text.interval} value={String(proposal.aggregationInterval)} onChange={(value) => change({ aggregationInterval: Number(value) })} choices={intervals.map((each) => ({ value: String(each), text: list.minutes(each) }))} hint={text.intervalHint} errors={problemsOf('aggregationInterval')} />
        <TagsField rows={proposal.tags} onChange={(tags) => change({ tags })} problemsOf={problemsOf} />
      </form>
      <EstimatePanel estimating={estimating} first={asked === undefined} />
      <Refused problem={problem} shown={fields} onList={onClose} onRevoked={onRevoked} onWithoutReport={withoutReport} />
    </Dialog>
  );
}
