import '../network/network.css';
import './securitygroups.css';
import { useState } from 'preact/hooks';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { covering } from '../network/coverage';
import { groupForm } from '../network/groupForm';
import { ResourceDialog } from '../network/ResourceDialog';
import { networkTexts } from '../network/texts';
import { unknownNetwork, useNetwork } from '../network/useNetwork';
import { Button } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';
import { Page, Tabs } from '../ui/Page';
import { GroupFacts } from './GroupFacts';
import { Members } from './Members';
import { RuleEditor } from './RuleEditor';
import { Rules } from './Rules';
import { groupTexts } from './texts';
import { useDraft } from './useDraft';
import { useGroup } from './useGroup';
import { Versions } from './Versions';

const tabs = ['rules', 'edit', 'versions', 'members'] as const;

/** One security group: what it decides, how that came about, and for whom. */
export default function SecurityGroupPage({ route }: PageProperties) {
  const id = route.path[2] ?? '';
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const asked = useGroup(id);
  const network = useNetwork().value ?? unknownNetwork;
  const [draft, setDraft] = useDraft(id);
  const [saved, setSaved] = useState<number>();
  const [editing, setEditing] = useState(false);
  const tab = tabs.find((each) => each === route.params.get('tab')) ?? 'rules';
  const group = asked.value?.value;
  const deleted = asked.problem?.code === 'InvalidSecurityGroupId.NotFound';
  return (
    <Page
      title={group?.name || id}
      crumbs={[{ text: common.title, href: href(['network']) }, { text: common.tabs.securitygroups, href: href(['network', 'securitygroups']) }]}
      lead={group?.description}
      actions={group && <Button onClick={() => setEditing(true)}>{text.editGroup}</Button>}
    >
      {deleted ? <><Notice kind="warning">{text.deleted}</Notice><Versions id={id} route={route} nameOf={network.nameOf} now={undefined} onRestore={undefined} /></> : (
        <Loaded asked={asked}>
          {(now) => (
            <>
              <GroupFacts group={now.value} network={network} />
              {saved !== undefined && <Notice kind="good">{text.saved(saved)}</Notice>}
              {draft !== undefined && tab !== 'edit' && <Notice kind="warning">{text.draftKept} <a href={href(route.path, { tab: 'edit' })}>{text.toDraft}</a></Notice>}
              <Tabs label={text.parts} current={tab} tabs={tabs.map((name) => ({ name, text: text.tabs[name], href: href(route.path, { tab: name === 'rules' ? undefined : name }) }))} />
              {tab === 'rules' && <Rules key={now.value.version} group={now.value} prefixLists={now.prefixLists} nameOf={network.nameOf} flowLog={covering(network.flowLogs, { vpcId: now.value.vpcId })} />}
              {tab === 'edit' && <RuleEditor now={now} network={network} draft={draft} onDraft={(next) => { setDraft(next); setSaved(undefined); }} onReload={asked.reload} onSaved={(version) => { setSaved(version); asked.reload(); }} />}
              {tab === 'versions' && <Versions key={now.value.version} id={id} route={route} nameOf={network.nameOf} now={now.value} onRestore={setDraft} />}
              {tab === 'members' && <Members id={id} />}
            </>
          )}
        </Loaded>
      )}
      {editing && <ResourceDialog title={text.editGroup} form={groupForm} network={network} id={id} onClose={() => setEditing(false)} onDone={() => { setEditing(false); asked.reload(); }} />}
    </Page>
  );
}
