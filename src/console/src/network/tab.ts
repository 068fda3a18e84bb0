import type { Route } from '../app/routes';
import type { Network } from './useNetwork';

/** What every tab of the network is given. */
export type TabProperties = { route: Route; network: Network; onChanged: () => void };
