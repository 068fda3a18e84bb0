import { Empty } from '../ui/Notice';
import { Page } from '../ui/Page';

export default function SearchPage() {
  return <Page title="SearchPage"><Empty /></Page>;
}
