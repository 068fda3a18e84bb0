import { useTexts } from '../app/preferences';
import { useFormat } from '../ui/format';
import { eniTexts } from './eniTexts';
import type { TrafficSource } from './resources';

/** A traffic source with all that was chosen for it. */
export function SourceFacts({ source }: { source: TrafficSource }) {
  const text = useTexts(eniTexts);
  const format = useFormat();
  const parts: [string, string | undefined][] = [
    [text.interface, source.interface],
    [text.interfaceId, source.interfaceId],
    [text.seed, source.seed === undefined ? undefined : String(source.seed)],
    [text.flowsPerMinute, source.flowsPerMinute === undefined ? undefined : format.count(source.flowsPerMinute)],
    [text.samplingRate, source.samplingRate === undefined ? undefined : text.oneOf(format.count(source.samplingRate))],
    [text.insideTunnels, source.insideTunnels === true ? text.yes : undefined],
  ];
  return <>{text.sources[source.type]}{parts.filter(([, value]) => value !== undefined).map(([name, value]) => <div key={name}>{name}: {value}</div>)}</>;
}
