import type { Choice } from '../ui/Field';
import type { Resource } from './resources';

/** A resource as one reads it in a list of choices. */
export function choiceOf(resource: Resource & { cidrBlock?: string }): Choice {
  const parts = [resource.name, resource.id, resource.cidrBlock ?? ''].filter((part) => part !== '');
  return { value: resource.id, text: parts.join(' · ') };
}
