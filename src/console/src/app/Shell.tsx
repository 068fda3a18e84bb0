import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button';
import { both, usePreferences, useTexts, type Theme } from './preferences';
import { useSession } from './session';

const texts = both(
  {
    skip: 'Skip to content', region: 'Region', language: 'Language', theme: 'Theme', themes: { system: 'System', light: 'Light', dark: 'Dark' }, signOut: 'Sign out', main: 'Main',
    sections: { flowlogs: 'FlowLog', logservice: 'Log Service', network: 'Network', usage: 'Usage', users: 'Users', poison: 'Poison queue' },
    account: (name: string) => `Account ${name}`,
  },
  {
    skip: '跳到内容', region: '地域', language: '语言', theme: '主题', themes: { system: '跟随系统', light: '浅色', dark: '深色' }, signOut: '退出', main: '主导航',
    sections: { flowlogs: '流日志', logservice: '日志服务', network: '网络', usage: '用量', users: '用户', poison: '死信队列' },
    account: (name: string) => `账号 ${name}`,
  },
);

/** What stands around every page: region, language, theme and the way to the sections. */
export function Shell({ section, children }: { section: string; children: ComponentChildren }) {
  const text = useTexts(texts);
  const { account, regions, region, setRegion, signOut } = useSession();
  const sections = ['flowlogs', 'logservice', 'network', 'usage', ...(account.isPrimary ? ['users', 'poison'] : [])] as (keyof typeof text.sections)[];
  const name = account.userName ? `${account.userName}@${account.accountName}` : account.accountName;
  // On narrow screens the sections stand in one line that scrolls.
  const sideways = useRef<HTMLElement>(null);
  useEffect(() => sideways.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [section]);
  return (
    <>
      <a class="skip" href="#content" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{text.skip}</a>
      <header class="top">
        <a class="brand" href="#/flowlogs"><img src="/favicon.svg" alt="" width="24" height="24" /> FlowLog</a>
        <label class="top-region"><span class="unseen">{text.region}</span>
          <select value={region} onChange={(event) => setRegion(event.currentTarget.value)}>{regions.map((each) => <option key={each.id} value={each.id}>{each.id}</option>)}</select>
        </label>
        <div class="top-end">
          <Choices />
          <a class="top-account" href="#/users" title={text.account(account.accountId)}>{name}</a>
          <Button kind="quiet" size="small" onClick={signOut}>{text.signOut}</Button>
        </div>
      </header>
      <nav class="side" aria-label={text.main} ref={sideways}>
        {sections.map((each) => <a key={each} href={`#/${each}`} aria-current={each === section ? 'page' : undefined}>{text.sections[each]}</a>)}
      </nav>
      <main id="content" tabIndex={-1}>{children}</main>
    </>
  );
}

/** Language and theme. */
export function Choices() {
  const text = useTexts(texts);
  const { language, theme, change } = usePreferences();
  return (
    <>
      <label><span class="unseen">{text.language}</span>
        <select value={language} onChange={(event) => change({ language: event.currentTarget.value === 'zh' ? 'zh' : 'en' })}>
          <option value="en" lang="en">English</option>
          <option value="zh" lang="zh-CN">中文</option>
        </select>
      </label>
      <label><span class="unseen">{text.theme}</span>
        <select value={theme} onChange={(event) => change({ theme: event.currentTarget.value as Theme })}>
          {(['system', 'light', 'dark'] as const).map((each) => <option key={each} value={each}>{text.themes[each]}</option>)}
        </select>
      </label>
    </>
  );
}
