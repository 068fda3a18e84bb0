import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function UsagePage() {
  return <Page title="UsagePage"><Empty /></Page>;
}
