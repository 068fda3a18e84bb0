import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackages } from './npm.mjs';
import { nugetPackages } from './nuget.mjs';
import { page, refused } from './page.mjs';

const root = join(import.meta.dirname, '..', '..');
const file = join(root, 'docs', 'dependencies.md');

try {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known.json'), 'utf8'));
  const [nuget, npm] = [nugetPackages(root, known), npmPackages(root, known)];
  const wrong = refused([...nuget, ...npm], known);
  if (wrong.length > 0) throw new Error(`licences that are not allowed:\n${wrong.join('\n')}`);
  const text = page(nuget, npm, known);
  if (process.argv.includes('--write')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) throw new Error('docs/dependencies.md is old: eng/licences --write');
} catch (fault) {
  console.error(`eng/licences: ${fault.message}`);
  process.exitCode = 1;
}
