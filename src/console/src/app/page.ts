import type { Route } from './routes';

/** What every page is given. */
export type PageProperties = { route: Route };
