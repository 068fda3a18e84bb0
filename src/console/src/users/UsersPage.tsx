import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function UsersPage() {
  return <Page title="UsersPage"><Empty /></Page>;
}
