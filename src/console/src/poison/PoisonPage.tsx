import { useTexts } from '../app/preferences';
import { useApi, useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useAsked } from '../ui/asked';
import { Messages } from './Messages';
import type { Poison } from './poison';
import { texts } from './texts';
import { Unreadable } from './Unreadable';

export default function PoisonPage() {
  const { account } = useSession();
  const text = useTexts(texts);
  return account.isPrimary ? <Opened /> : <Page title={text.title}><Notice kind="warning">{text.primaryOnly}</Notice></Page>;
}

function Opened() {
  const text = useTexts(texts);
  const api = useApi();
  const asked = useAsked((signal) => api.get<Poison>('admin/poison', { limit: 1000 }, signal), [api]);
  return (
    <Page title={text.title} lead={text.lead} actions={<Button busy={asked.loading} onClick={asked.reload}>{text.refresh}</Button>}>
      <Loaded asked={asked}>
        {(poison) => (
          <>
            <Messages poison={poison} onMoved={asked.reload} />
            {poison.unreadable.length > 0 && <Unreadable unreadable={poison.unreadable} onMoved={asked.reload} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
