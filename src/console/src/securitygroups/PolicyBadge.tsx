import { useTexts } from '../app/preferences';
import type { RulePolicy } from '../network/resources';
import { Badge } from '../ui/Page';
import { groupTexts } from './texts';

export function PolicyBadge({ policy }: { policy: RulePolicy }) {
  const text = useTexts(groupTexts);
  return <Badge tone={policy === 'accept' ? 'good' : 'bad'}>{text.policies[policy]}</Badge>;
}
