// The NuGet packages of the lock files, with the licences that their nuspec files state.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { rootsOf } from './graph.mjs';

const lockFile = 'packages.lock.json';
const packages = process.env.NUGET_PACKAGES || join(homedir(), '.nuget', 'packages');

export function nugetPackages(root, known) {
  const all = new Map();
  const listed = listedLicences(root);
  for (const part of ['src', 'offline', 'tests', 'bench'])
    for (const project of readdirSync(join(root, part)).sort()) {
      const file = join(root, part, project, lockFile);
      if (existsSync(file)) addLocked(all, JSON.parse(readFileSync(file, 'utf8')), part === 'src' || part === 'offline', known, listed);
    }
  return [...all.values()];
}

function addLocked(all, lock, isProduct, known, listed) {
  for (const locked of Object.values(lock.dependencies)) {
    const names = new Map(Object.keys(locked).map(name => [name.toLowerCase(), name]));
    const edges = new Map(Object.entries(locked).map(([name, entry]) =>
      [name, Object.keys(entry.dependencies ?? {}).map(other => names.get(other.toLowerCase()) ?? other)]));
    // What a referenced project names, this one has from it.
    const direct = Object.keys(locked).filter(name => known.purposes[name]);
    const roots = rootsOf(direct, edges);
    for (const [name, entry] of Object.entries(locked))
      if (entry.type !== 'Project') add(all, name, entry, roots.get(name) ?? new Set(), isProduct, known, listed);
  }
}

function add(all, name, { resolved: version, type }, roots, isProduct, known, listed) {
  if (type === 'Direct' && !known.purposes[name]) throw new Error(`${name}: eng/dependencies/known.json does not say what for`);
  const key = `${name.toLowerCase()} ${version}`;
  if (!all.has(key)) all.set(key, { name, version, licence: licenceOf(name, version, known, listed), roots: new Set(), shipped: false });
  const entry = all.get(key);
  for (const root of roots) entry.roots.add(root);
  entry.shipped ||= isProduct && !known.tools.includes(name);
}

function licenceOf(name, version, known, listed) {
  if (known.licences[name]) return known.licences[name];
  const id = name.toLowerCase();
  const file = join(packages, id, version.toLowerCase(), `${id}.nuspec`);
  if (!existsSync(file) && listed.has(`${name} ${version}`)) return listed.get(`${name} ${version}`);
  if (!existsSync(file)) throw new Error(`${name} ${version} is not restored: dotnet restore FlowLogFunctions.sln -p:OfflinePackages=false`);
  const stated = readFileSync(file, 'utf8').match(/<license type="expression">([^<]+)</);
  if (!stated) throw new Error(`${name} ${version} states no licence by name: read its file, and write the licence into eng/dependencies/known.json`);
  return stated[1];
}

// Where the official packages do not restore, the page stands for what they state.
function listedLicences(root) {
  const file = join(root, 'docs', 'dependencies.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Map([...text.matchAll(/^\| (\S+) \| (\S+) \| ([^|]+) \|/gm)].map(([, name, version, licence]) => [`${name} ${version}`, licence]));
}
