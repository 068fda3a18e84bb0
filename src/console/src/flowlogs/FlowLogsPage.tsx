import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function FlowLogsPage() {
  return <Page title="FlowLogsPage"><Empty /></Page>;
}
