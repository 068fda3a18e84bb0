import { useEffect, useState } from 'preact/hooks';
import { AuthorizationLine } from '../authorization/AuthorizationLine';
import { AuthorizationPanel } from '../authorization/AuthorizationPanel';
import type { Authorization } from '../authorization/authorization';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { go, href } from '../app/routes';
import { useSession } from '../app/session';
import { ButtonLink } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useAsked } from '../ui/asked';
import { ActionDialog } from './ActionDialog';
import { CreateFlowLog } from './create/CreateFlowLog';
import { EditFlowLog } from './EditFlowLog';
import { readFilters, writeFilters } from './filters';
import { FlowLogDetails } from './FlowLogDetails';
import { FlowLogList } from './FlowLogList';
import { loadInventory } from './inventory';
import type { Chosen } from './RowActions';
import { flowLogTexts } from './texts';
import { useFlowLogs } from './useFlowLogs';
import './flowlogs.css';

export default function FlowLogsPage({ route }: PageProperties) {
  const text = useTexts(flowLogTexts);
  const { api } = useSession();
  const filters = readFilters(route.params);
  const flowLogs = useFlowLogs(api, filters);
  const authorization = useAsked((signal) => api.get<Authorization>('authorization', {}, signal), []);
  const inventory = useAsked((signal) => loadInventory(api, signal), []);
  const [news, setNews] = useState('');
  const [chosen, setChosen] = useState<Chosen>();
  const shown = route.params.get('flowlog') ?? undefined;
  const creating = route.path[1] === 'create';
  const here = (params: Record<string, string | undefined> = {}) => href(['flowlogs'], { ...writeFilters(filters), ...params });
  const createAddress = href(['flowlogs', 'create'], writeFilters(filters));
  const confirmed = authorization.value?.confirmed === true;
  const close = () => go(here(), true);
  useEffect(() => {
    if (creating) setNews('');
  }, [creating]);
  const changed = () => {
    flowLogs.reload();
    authorization.reload();
  };
  useEffect(() => {
    if (creating && authorization.value?.confirmed === false) document.getElementById('authorization')?.scrollIntoView();
  }, [creating, authorization.value]);
  return (
    <Page title={text.title} lead={text.lead} actions={confirmed && <ButtonLink kind="primary" href={createAddress}>{text.create}</ButtonLink>}>
      <Loaded asked={authorization}>{(value) => (value.confirmed ? null : <AuthorizationPanel authorization={value} onChanged={changed} />)}</Loaded>
      {news !== '' && <Notice kind="good">{news}</Notice>}
      <FlowLogList flowLogs={flowLogs} filters={filters} onFilters={(changes) => go(href(['flowlogs'], writeFilters(changes)), true)} inventory={inventory.value} confirmed={confirmed} createAddress={createAddress} detailsOf={(row) => here({ flowlog: row.id })} onChoose={setChosen} />
      {confirmed && authorization.value && <AuthorizationLine authorization={authorization.value} onChanged={changed} />}
      {creating && confirmed && <CreateFlowLog inventory={inventory} params={route.params} onClose={close} onCreated={(made) => { setNews(text.made(made.name)); flowLogs.reload(); close(); }} onRevoked={authorization.reload} />}
      {shown !== undefined && <FlowLogDetails id={shown} inventory={inventory.value} round={flowLogs.items} onChoose={setChosen} onClose={close} />}
      {chosen?.action === 'edit' && chosen.flowLogs[0] && <EditFlowLog flowLog={chosen.flowLogs[0]} onClose={() => setChosen(undefined)} onSaved={() => { setChosen(undefined); flowLogs.reload(); }} />}
      {chosen && chosen.action !== 'edit' && (
        <ActionDialog
          action={chosen.action}
          flowLogs={chosen.flowLogs}
          onClose={() => {
            setChosen(undefined);
            if (chosen.action === 'delete' && shown !== undefined) close();
          }}
          onChanged={flowLogs.reload}
        />
      )}
    </Page>
  );
}
