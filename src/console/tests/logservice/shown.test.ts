import { describe, expect, it } from 'vitest';
import { readOpen, shownProjects, writeOpen } from '../../src/logservice/shown';
import type { Logstore, Project } from '../../src/logservice/logservice';

const projects = [{ name: 'web', description: 'Shop' }, { name: 'lab', description: '' }] as Project[];
const logstores = { web: [{ name: 'flows', description: '' }, { name: 'drops', description: 'rejected' }] as Logstore[], lab: undefined };
const shown = (filter: string) => shownProjects(projects, logstores, filter).map(({ project, logstores: own, byLogstore }) => [project.name, own?.map(({ name }) => name), byLogstore]);

describe('the Log Service page', () => {
  it.each([
    ['', [['web', ['flows', 'drops'], false], ['lab', undefined, false]]],
    ['SHOP ', [['web', ['flows', 'drops'], false]]],
    ['reject', [['web', ['drops'], true]]],
    ['nothing', []],
  ])('shows what fits %j', (filter, expected) => expect(shown(filter)).toEqual(expected));

  it('keeps in its link which Projects are open', () => {
    const through = (names: string[]) => readOpen(new URLSearchParams({ open: writeOpen(names) }), projects);
    expect(through(['web', 'lab'])).toEqual(['web', 'lab']);
    expect(through([])).toEqual([]);
  });

  it('opens the Projects by itself while they are few', () => {
    expect(readOpen(new URLSearchParams(), projects)).toEqual(['web', 'lab']);
    expect(readOpen(new URLSearchParams(), [...projects, ...projects])).toEqual([]);
  });
});
