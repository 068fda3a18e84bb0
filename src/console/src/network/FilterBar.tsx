import { useTexts } from '../app/preferences';
import type { Route } from '../app/routes';
import { networkTexts } from './texts';
import type { Network } from './useNetwork';

type Properties = { wanted: string; filters: string[]; route: Route; network: Network; onChange: (changes: Record<string, string | undefined>) => void };

/** A box for words, and what links narrowed the list to. */
export function FilterBar({ wanted, filters, route, network, onChange }: Properties) {
  const text = useTexts(networkTexts);
  const set = filters.flatMap((name) => {
    const value = route.params.get(name);
    return value === null ? [] : [{ name, value }];
  });
  return (
    <div class="row filter-bar">
      <input type="search" class="filter-box" aria-label={text.filter} placeholder={text.filterHint} value={wanted} onInput={(event) => onChange({ q: event.currentTarget.value })} />
      {set.map(({ name, value }) => (
        <span key={name} class="chip">
          {text.filterNames[name] ?? name}: {network.nameOf(value)} <span class="mono">{value}</span>
          <button type="button" class="chip-remove" aria-label={text.removeFilter(text.filterNames[name] ?? name)} onClick={() => onChange({ [name]: undefined })}>✕</button>
        </span>
      ))}
    </div>
  );
}
