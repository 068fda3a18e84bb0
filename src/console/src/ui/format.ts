import type { Language } from '../app/preferences';
import { usePreferences } from '../app/preferences';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Numbers and times as people read them. Bytes are decimal: 1 kB is 1000 B. Times are those of the viewer's zone. */
export class Format {
  private readonly locale: string;

  constructor(language: Language) {
    this.locale = locales[language];
  }

  count(value: number): string {
    return numberFormat(this.locale, { maximumFractionDigits: 2 }).format(value);
  }

  /** Short: 1.2 M. */
  short(value: number): string {
    return numberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  bytes(value: number): string {
    let unit = 0;
    let rest = value;
    while (rest >= 999.5 && unit < byteUnits.length - 1) {
      rest /= 1000;
      unit++;
    }
    return `${numberFormat(this.locale, { maximumSignificantDigits: 3 }).format(rest)} ${byteUnits[unit]}`;
  }

  /** A part of a sum, to the nearest tenth of a percent. */
  part(share: number): string {
    return numberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  }

  /** How much of what should be there is, rounded down: what is not whole must not read as 100 %. */
  percent(share: number): string {
    return numberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' } as Intl.NumberFormatOptions).format(share);
  }

  money(value: number, currency: string): string {
    return `${numberFormat(this.locale, { minimumFractionDigits: 2, maximumSignificantDigits: value !== 0 && Math.abs(value) < 1 ? 3 : undefined, maximumFractionDigits: Math.abs(value) < 1 ? undefined : 2 }).format(value)} ${currency}`;
  }

  seconds(value: number): string {
    if (value < 120) return `${Math.round(value)} s`;
    if (value < 7200) return `${Math.round(value / 60)} min`;
    if (value < 172800) return `${Math.round(value / 3600)} h`;
    return `${Math.round(value / 86400)} d`;
  }

  time(value: string | number | Date): string {
    return timeFormat(this.locale, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(dateOf(value));
  }

  /** As short as a range of `seconds` lets it be understood. */
  moment(value: string | number | Date, seconds: number): string {
    const day: Intl.DateTimeFormatOptions = { month: '2-digit', day: '2-digit' };
    const hour: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    const second: Intl.DateTimeFormatOptions = { second: '2-digit' };
    const parts = seconds <= 600 ? { ...hour, ...second } : seconds <= 86400 ? hour : seconds <= 86400 * 4 ? { ...day, ...hour } : day;
    return timeFormat(this.locale, parts).format(dateOf(value));
  }
}

export function useFormat(): Format {
  return new Format(usePreferences().language);
}

let zone: string | undefined;

/** The viewer's zone, as in Asia/Shanghai. */
export const zoneName = (): string => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Unix seconds, ISO 8601, or a date. */
export function dateOf(value: string | number | Date): Date {
  return typeof value === 'number' ? new Date(value * 1000) : new Date(value);
}

// Making a formatter takes longer than using it a hundred times, and a table uses it in every row.
const numberFormats = new Map<string, Intl.NumberFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

const numberFormat = (locale: string, options: Intl.NumberFormatOptions) => kept(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
const timeFormat = (locale: string, options: Intl.DateTimeFormatOptions) => kept(timeFormats, locale, options, () => new Intl.DateTimeFormat(locale, options));

function kept<T>(all: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = locale + JSON.stringify(options);
  let made = all.get(key);
  if (made === undefined) all.set(key, (made = make()));
  return made;
}
