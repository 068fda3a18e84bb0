import { href } from '../app/routes';

/** Where the console shows what an id names, by how the id begins. */
export function placeOf(id: string): string | undefined {
  switch (id.slice(0, id.indexOf('-'))) {
    case 'vpc': return href(['network', 'vpcs'], { id });
    case 'vsw': return href(['network', 'vswitches'], { id });
    case 'eni': return href(['network', 'enis'], { eni: id });
    case 'sg': return href(['network', 'securitygroups', id]);
    case 'pl': return href(['network', 'prefixlists'], { id });
    case 'fl': return href(['flowlogs'], { flowlog: id });
    default: return undefined;
  }
}
