import { at } from '../api/api';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { useApi } from '../app/session';
import { ButtonLink } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { useAsked } from '../ui/asked';
import { zoneName } from '../ui/format';
import { PlainRecords } from './PlainRecords';
import './search.css';
import { SearchView } from './SearchView';
import { searchTexts } from './texts';
import type { Logstore } from './types';

/** A Logstore: search, histogram, records, SQL and live tail; without the report, records by time. */
export default function SearchPage({ route }: PageProperties) {
  const text = useTexts(searchTexts);
  const api = useApi();
  const [, project = '', logstore = ''] = route.path;
  const store = at`projects/${project}/logstores/${logstore}`;
  const asked = useAsked((signal) => api.get<Logstore>(store, {}, signal), [api, store]);
  const report = asked.value?.report === true;
  const zone = zoneName();
  return (
    <Page
      title={logstore}
      crumbs={[{ text: text.services, href: '#/logservice' }, { text: project, href: href(['logservice'], { project }) }]}
      lead={asked.value && `${asked.value.description} ${text.ttl(asked.value.ttlDays)} ${text.zone(zone)}`}
      actions={report && <ButtonLink href={href(['logservice', project, logstore, 'dashboards'])}>{text.dashboards}</ButtonLink>}
    >
      <Loaded asked={asked}>
        {(value) => (value.report ? <SearchView route={route} store={store} /> : <PlainRecords route={route} store={store} onTurnedOn={asked.reload} />)}
      </Loaded>
    </Page>
  );
}
