// The npm packages of package-lock.json, with the licences that stand there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootsOf } from './graph.mjs';

const folder = 'node_modules/';

export function npmPackages(root, known) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const own = { ...lock[''].dependencies, ...lock[''].devDependencies };
  const unknown = Object.keys(own).filter(name => !known.purposes[name]);
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: eng/dependencies/known.json does not say what for`);
  const places = Object.keys(lock).filter(place => place !== '');
  const edges = new Map(places.map(place => [place, namesOf(lock[place]).map(name => find(lock, place, name)).filter(found => found)]));
  const roots = rootsOf(Object.keys(own).map(name => folder + name), edges);
  const all = new Map();
  for (const place of places) {
    const name = nameOf(place);
    const { version, license } = lock[place];
    const key = `${name} ${version}`;
    if (!all.has(key)) all.set(key, { name, version, licence: known.licences[name] ?? license ?? 'none stated', roots: new Set(), shipped: false });
    for (const by of roots.get(place) ?? []) all.get(key).roots.add(nameOf(by));
  }
  for (const entry of all.values()) entry.shipped = known.shipped.some(name => entry.roots.has(name));
  return [...all.values()];
}

const nameOf = place => place.slice(place.lastIndexOf(folder) + folder.length);

const namesOf = entry => Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies });

// As Node.js looks: in the package's own folder, then in each above.
function find(lock, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf(`/${folder}`)))) {
    const at = from === '' ? folder + name : `${from}/${folder}${name}`;
    if (lock[at]) return at;
    if (from === '') return undefined;
  }
}
