import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'en' | 'zh';
export type Theme = 'system' | 'light' | 'dark';

export type Preferences = { language: Language; theme: Theme };

export type PreferencesInUse = Preferences & {
  /** What `theme` comes to on this device now. */
  shade: 'light' | 'dark';
  change: (changes: Partial<Preferences>) => void;
};

export const PreferencesContext = createContext<PreferencesInUse | null>(null);

export function usePreferences(): PreferencesInUse {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('No preferences are there.');
  return preferences;
}

/** The texts of a part of the console, in both languages side by side; the type holds Chinese to what English has. */
export function both<T>(en: T, zh: T): Record<Language, T> {
  return { en, zh };
}

/** The texts in the language in use. */
export function useTexts<T>(texts: Record<Language, T>): T {
  return texts[usePreferences().language];
}

const name = 'flowlog.preferences';

export function readPreferences(): Preferences {
  const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Preferences>;
    return {
      language: kept.language === 'en' || kept.language === 'zh' ? kept.language : language,
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    };
  } catch {
    return { language, theme: 'system' };
  }
}

export function writePreferences({ language, theme }: Preferences): void {
  localStorage.setItem(name, JSON.stringify({ language, theme }));
}
