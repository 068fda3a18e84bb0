import type { ComponentChildren } from 'preact';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { useFormat } from '../ui/format';
import { covering, recordsHref, type Place } from './coverage';
import type { Resource } from './resources';
import { networkTexts } from './texts';
import type { Network } from './useNetwork';

/** A resource by its name, id and description. */
export function Identity({ resource, to }: { resource: Resource; to?: string }) {
  const name = resource.name === '' ? <span class="mono">{resource.id}</span> : resource.name;
  return (
    <div class="identity">
      {to === undefined ? <b>{name}</b> : <a href={to}><b>{name}</b></a>}
      {resource.name !== '' && <div class="mono faint">{resource.id}</div>}
      {resource.description !== '' && <div class="faint break">{resource.description}</div>}
    </div>
  );
}

export function Blocks({ blocks }: { blocks: (string | undefined)[] }) {
  return <>{blocks.filter((block) => block !== undefined).map((block) => <div key={block} class="mono">{block}</div>)}</>;
}

/** When it was made, in the viewer's zone. */
export function Since({ resource }: { resource: Resource }) {
  return <span class="nowrap">{useFormat().time(resource.createdAt)}</span>;
}

/** To the records of a resource, where a flow log brings some, and to a new flow log for it. */
export function FlowLinks({ network, place, query, type, id }: { network: Network; place: Place; query: string; type?: string; id: string }) {
  const text = useTexts(networkTexts);
  const flowLog = covering(network.flowLogs, place);
  return (
    <>
      {flowLog && <a href={recordsHref(flowLog, query)}>{text.records}</a>}
      {type && <a href={href(['flowlogs', 'create'], { for: `${type}/${id}` })}>{text.createFlowLog}</a>}
    </>
  );
}

/** Ways to others, beside each other. */
export function Ways({ children }: { children: ComponentChildren }) {
  return <div class="ways">{children}</div>;
}
