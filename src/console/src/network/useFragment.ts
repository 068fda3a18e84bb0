import { go, href, type Route } from '../app/routes';

/** Changes parameters of the address and leaves the others; `replace` leaves no step in the history. */
export function useFragment(route: Route): (changes: Record<string, string | undefined>, replace?: boolean) => void {
  return (changes, replace = false) => go(href(route.path, { ...Object.fromEntries(route.params), ...changes }), replace);
}
