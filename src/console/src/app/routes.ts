import { useEffect, useState } from 'preact/hooks';

/**
 * Where the console is: the path and parameters of the address's fragment, as in `#/logservice/p/l?query=…`.
 * A fragment is not sent to servers, so what is asked stands in no server's log.
 */
export type Route = { path: string[]; params: URLSearchParams };

export function parseRoute(fragment: string): Route {
  const text = fragment.replace(/^#?\/?/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  return {
    path: path.split('/').filter((part) => part.length > 0).map(decoded),
    params: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)),
  };
}

/** The address of a place: parts of a path are escaped, parameters without a value are left out. */
export function href(path: string[], params: Record<string, string | undefined> = {}): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const query = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}

/** Goes there; `replace` leaves no step in the browser's history. */
export function go(address: string, replace = false): void {
  if (address === location.hash) return;
  if (replace) {
    history.replaceState(null, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = address;
  }
}

export function useRoute(): Route {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const follow = () => setFragment(location.hash);
    addEventListener('hashchange', follow);
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return parseRoute(fragment);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
