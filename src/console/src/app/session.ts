import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../api/api';

/** Whose key it is, as `GET /api/account` tells. */
export type Account = { accountId: string; accountName: string; userName?: string; isPrimary: boolean };

export type Region = { id: string; isDefault: boolean };

/** What pages work with once somebody has signed in. */
export type Session = {
  api: Api;
  account: Account;
  regions: Region[];
  region: string;
  setRegion: (region: string) => void;
  signOut: () => void;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('No session is open.');
  return session;
}

export const useApi = (): Api => useSession().api;

const keyName = 'flowlog.key';
const regionName = 'flowlog.region';

/** The access key lives as long as the browser's tab. */
export const keptKey = {
  read: (): string | null => sessionStorage.getItem(keyName),
  write: (key: string): void => sessionStorage.setItem(keyName, key),
  remove: (): void => {
    sessionStorage.removeItem(keyName);
    sessionStorage.removeItem(regionName);
  },
};

export const keptRegion = {
  read: (): string | null => sessionStorage.getItem(regionName),
  write: (region: string): void => sessionStorage.setItem(regionName, region),
};
