import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function LogServicePage() {
  return <Page title="LogServicePage"><Empty /></Page>;
}
