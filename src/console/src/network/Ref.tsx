import { placeOf } from './places';

/** A resource by name and id, with the way to it. */
export function Ref({ id, name }: { id: string; name?: string }) {
  const place = placeOf(id);
  const text = name ? <>{name} <span class="ref-id mono">{id}</span></> : <span class="mono">{id}</span>;
  return place === undefined ? <span>{text}</span> : <a class="ref" href={place}>{text}</a>;
}
