import { useEffect, useMemo, useState } from 'preact/hooks';
import { Api } from '../api/api';
import { SignIn, type SignInReason } from '../signin/SignIn';
import { Loading, ProblemNotice } from '../ui/Notice';
import { useAsked } from '../ui/asked';
import { keyOf, pageOf, preparePage } from './pages';
import { PreferencesContext, readPreferences, writePreferences, type Preferences } from './preferences';
import { useRoute } from './routes';
import { SessionContext, keptKey, keptRegion, type Account, type Region, type Session } from './session';
import { Shell } from './Shell';

export function App() {
  const [preferences, setPreferences] = useState(readPreferences);
  const dark = useDark();
  const shade = preferences.theme === 'system' ? (dark ? 'dark' : 'light') : preferences.theme;
  useEffect(() => {
    document.documentElement.lang = preferences.language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['shade'] = shade;
  }, [preferences.language, shade]);
  const change = (changes: Partial<Preferences>) =>
    setPreferences((before) => {
      const after = { ...before, ...changes };
      writePreferences(after);
      return after;
    });
  return <PreferencesContext.Provider value={{ ...preferences, shade, change }}><SignedIn /></PreferencesContext.Provider>;
}

/** Sign-in, or the pages for whoever has signed in. */
function SignedIn() {
  const [key, setKey] = useState(keptKey.read);
  const [reason, setReason] = useState<SignInReason>();
  const leave = (why: SignInReason | undefined) => {
    keptKey.remove();
    setReason(why);
    setKey(null);
  };
  if (key === null) {
    return (
      <SignIn
        reason={reason}
        onKey={(accepted) => {
          keptKey.write(accepted);
          setReason(undefined);
          setKey(accepted);
        }}
      />
    );
  }
  return <Opened accessKey={key} onLeave={leave} />;
}

/** Asks whose key it is and which regions there are, then shows the pages. */
function Opened({ accessKey, onLeave }: { accessKey: string; onLeave: (reason?: SignInReason) => void }) {
  const route = useRoute();
  const base = useMemo(() => {
    const api = new Api(accessKey, undefined, () => onLeave('ended'));
    // Whose key it is, the page's script and its first answers come at the same time.
    api.sendAhead([['account', {}], ['regions', {}]]);
    preparePage(route, api, route.params.get('region') ?? keptRegion.read());
    return api;
  }, [accessKey]);
  const asked = useAsked(async (signal) => {
    const [account, regions] = await Promise.all([base.get<Account>('account', {}, signal), base.get<{ items: Region[] }>('regions', {}, signal)]);
    return { account, regions: regions.items };
  }, [base]);
  const [chosen, setChosen] = useState(keptRegion.read);
  const regions = asked.value?.regions ?? [];
  // A link says which region it is about, and where one goes on to from it lies there too.
  const linked = regions.find((each) => each.id === route.params.get('region'))?.id;
  const region = linked ?? regions.find((each) => each.id === chosen)?.id ?? regions.find((each) => each.isDefault)?.id ?? '';
  const isDefault = regions.find((each) => each.isDefault)?.id === region;
  const api = useMemo(() => base.in(region, isDefault), [base, region, isDefault]);
  useEffect(() => {
    if (linked === undefined) return;
    keptRegion.write(linked);
    setChosen(linked);
  }, [linked]);
  if (asked.value === undefined) return <main class="alone">{asked.problem ? <ProblemNotice problem={asked.problem} retry={asked.reload} /> : <Loading />}</main>;
  const setRegion = (id: string) => {
    keptRegion.write(id);
    setChosen(id);
    if (route.path.length > 1 || route.params.has('region')) location.hash = `#/${route.path[0] ?? ''}`;
  };
  const session: Session = { api, account: asked.value.account, regions, region, setRegion, signOut: () => onLeave() };
  const Current = pageOf(route.path);
  return (
    <SessionContext.Provider value={session}>
      <Shell section={route.path[0] ?? 'flowlogs'}>
        <Current key={`${region} ${keyOf(route.path)}`} route={route} />
      </Shell>
    </SessionContext.Provider>
  );
}

function useDark(): boolean {
  const query = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return dark;
}
