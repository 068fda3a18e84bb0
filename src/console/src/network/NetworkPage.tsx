import './map.css';
import './network.css';
import { NotFound } from '../app/NotFound';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { ProblemNotice } from '../ui/Notice';
import { Page, Tabs } from '../ui/Page';
import { EniTab } from './EniTab';
import { GroupTab } from './GroupTab';
import { NetworkMap } from './NetworkMap';
import { PrefixListTab } from './PrefixListTab';
import { networkTexts } from './texts';
import { unknownNetwork, useNetwork } from './useNetwork';
import { VpcTab } from './VpcTab';
import { VSwitchTab } from './VSwitchTab';

const tabs = { map: NetworkMap, vpcs: VpcTab, vswitches: VSwitchTab, enis: EniTab, securitygroups: GroupTab, prefixlists: PrefixListTab };

const names = Object.keys(tabs) as (keyof typeof tabs)[];

/** The inventory of the network, a tab a kind. */
export default function NetworkPage({ route }: PageProperties) {
  const text = useTexts(networkTexts);
  const asked = useNetwork();
  const current = names.find((name) => name === (route.path[1] ?? 'map'));
  if (current === undefined) return <NotFound />;
  const Tab = tabs[current];
  return (
    <Page title={`${text.title}: ${text.tabs[current]}`} lead={text.lead}>
      <Tabs label={text.title} current={current} tabs={names.map((name) => ({ name, text: text.tabs[name], href: href(name === 'map' ? ['network'] : ['network', name]) }))} />
      <ProblemNotice problem={asked.problem} retry={asked.reload} />
      <Tab route={route} network={asked.value ?? unknownNetwork} onChanged={asked.reload} />
    </Page>
  );
}
