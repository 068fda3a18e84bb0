import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../../api/api';
import { useApi } from '../../app/session';
import { unknown, type SearchLanguage } from '../query/language';

let asked: Promise<SearchLanguage> | undefined;
let known: SearchLanguage | undefined;

/** The language of searches, asked for once; where it cannot be had, it is asked for again with the next page. */
export function useLanguage(): SearchLanguage {
  const api = useApi();
  const [language, setLanguage] = useState(known ?? unknown);
  useEffect(() => {
    let gone = false;
    void ask(api).then((answer) => !gone && setLanguage(answer));
    return () => {
      gone = true;
    };
  }, [api]);
  return language;
}

function ask(api: Api): Promise<SearchLanguage> {
  asked ??= api.get<SearchLanguage>('search/language').then(
    (answer) => (known = answer),
    () => {
      asked = undefined;
      return unknown;
    },
  );
  return asked;
}
