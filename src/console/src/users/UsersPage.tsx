import './users.css';
import type { PageProperties } from '../app/page';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { OwnKeys } from './OwnKeys';
import { userTexts } from './texts';
import { UserList } from './UserList';

/** Who may use the account, and with which keys. */
export default function UsersPage({ route }: PageProperties) {
  const text = useTexts(userTexts);
  const { account } = useSession();
  return (
    <Page title={text.title} lead={text.lead}>
      {account.isPrimary ? <UserList route={route} /> : <Notice>{text.notPrimary}</Notice>}
      <OwnKeys />
    </Page>
  );
}
