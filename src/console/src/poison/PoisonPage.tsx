import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function PoisonPage() {
  return <Page title="PoisonPage"><Empty /></Page>;
}
