import { given, number } from './form';
import { sourceTypes, type SourceType, type TrafficSource } from './resources';

/** The inputs of a traffic source; those that its type does not take are kept while another one is looked at. */
export type SourceValues = { source: SourceType; seed: string; flowsPerMinute: string; interface: string; interfaceId: string; samplingRate: string; insideTunnels: boolean };

type Own = Exclude<keyof SourceValues, 'source'>;

const own: Record<SourceType, Own[]> = {
  pcap: ['samplingRate', 'insideTunnels'],
  generator: ['seed', 'flowsPerMinute', 'samplingRate', 'insideTunnels'],
  interface: ['interface', 'samplingRate', 'insideTunnels'],
  'vnet-flow-logs': [],
  'nsg-flow-logs': [],
  'aws-flow-logs': ['interfaceId'],
  none: [],
};

/** Whether a source of the type takes the property. */
export const takes = (type: SourceType, property: Own): boolean => own[type].includes(property);

export function sourceValues(source: TrafficSource | undefined): SourceValues {
  return {
    source: source?.type ?? 'pcap',
    seed: String(source?.seed ?? ''),
    flowsPerMinute: String(source?.flowsPerMinute ?? ''),
    interface: source?.interface ?? '',
    interfaceId: source?.interfaceId ?? '',
    samplingRate: String(source?.samplingRate ?? ''),
    insideTunnels: source?.insideTunnels ?? false,
  };
}

/** What the API takes: the type with its own properties only. */
export function sourceBody(values: SourceValues): object {
  const { source } = values;
  const body: Record<string, unknown> = { type: source };
  for (const property of ['seed', 'flowsPerMinute', 'samplingRate'] as const) if (takes(source, property)) body[property] = number(values[property]);
  for (const property of ['interface', 'interfaceId'] as const) if (takes(source, property)) body[property] = given(values[property]);
  if (takes(source, 'insideTunnels') && values.insideTunnels) body.insideTunnels = true;
  return body;
}

export const isSourceType = (text: string): text is SourceType => (sourceTypes as readonly string[]).includes(text);
