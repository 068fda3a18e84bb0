import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function SecurityGroupPage() {
  return <Page title="SecurityGroupPage"><Empty /></Page>;
}
