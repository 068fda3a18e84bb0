import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function DashboardPage() {
  return <Page title="DashboardPage"><Empty /></Page>;
}
