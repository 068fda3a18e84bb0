import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog, ResourceType } from './flowLog';
import { resourceOf, type Inventory } from './inventory';
import { flowLogTexts } from './texts';

const sections: Record<ResourceType, string> = { ENI: 'enis', VSwitch: 'vswitches', VPC: 'vpcs' };

/** What a flow log is about: its type, its name and id, and its addresses. */
export function ResourceLink({ flowLog, inventory }: { flowLog: FlowLog; inventory: Inventory | undefined }) {
  const text = useTexts(flowLogTexts);
  const { resourceType, resourceId } = flowLog;
  const resource = inventory && resourceOf(inventory, resourceType, resourceId);
  return (
    <div>
      <span class="flowlog-type">{resourceType}</span>{' '}
      <a href={href(['network', sections[resourceType]], { id: resourceId })}>{resource?.name || resourceId}</a>
      {resource?.name && <div class="hint"><code>{resourceId}</code></div>}
      {resource && <div class="hint">{resource.addresses.slice(0, 2).join(', ')}{resource.addresses.length > 2 && ' …'}</div>}
      {inventory && !resource && <div class="hint">{text.gone}</div>}
    </div>
  );
}
