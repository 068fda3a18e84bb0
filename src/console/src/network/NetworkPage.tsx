import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function NetworkPage() {
  return <Page title="NetworkPage"><Empty /></Page>;
}
