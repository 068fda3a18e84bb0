import type { Page } from '../api/api';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { useAsked } from '../ui/asked';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { KeyList } from './KeyList';
import { userTexts } from './texts';
import type { AccessKey } from './user';

/** The caller's own keys, which everybody may replace. */
export function OwnKeys() {
  const { api, account } = useSession();
  const text = useTexts(userTexts);
  const asked = useAsked(async (signal) => (await api.get<Page<AccessKey>>('accesskeys', undefined, signal)).items, [api]);
  return (
    <Section title={text.ownKeys}>
      <p class="hint">{text.ownKeysHint}</p>
      <Loaded asked={asked}>{(keys) => <KeyList path="accesskeys" owner={account.userName ?? account.accountName} keys={keys} onChanged={asked.reload} />}</Loaded>
    </Section>
  );
}
