import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../src/api/problem';
import { standing, valueAt } from '../../src/ui/standing';

const sent = { name: 'x', tags: [{ key: '', value: 'a' }, { key: 'k', value: 'b' }], source: { seed: 1 } };
const refused = (...fields: string[]) => new ApiProblem(400, 'InvalidParameter', 'detail', fields.map((field) => ({ field, code: 'Malformed', message: field })));
const fieldsOf = (problem: ApiProblem | undefined) => problem?.errors.map(({ field }) => field);

describe('a refusal while the form is filled in further', () => {
  it.each([['name', 'x'], ['tags[1].key', 'k'], ['source.seed', 1], ['tags[7].key', undefined], ['name.of[0]', undefined], ['', sent]])('finds what is at %j', (field, value) => {
    expect(valueAt(sent, field)).toEqual(value);
  });

  it('is the same as long as nothing that it is about has changed', () => {
    const problem = refused('name', 'description', 'tags[0].key');
    expect(standing(problem, sent, { ...sent, source: { seed: 2 } })).toBe(problem);
  });

  it('loses what has been changed, given or taken away, and comes back with what was refused', () => {
    const problem = refused('name', 'description', 'tags[0].key', 'source.seed');
    expect(fieldsOf(standing(problem, sent, { ...sent, name: 'y' }))).toEqual(['description', 'tags[0].key', 'source.seed']);
    expect(fieldsOf(standing(problem, sent, { ...sent, description: 'd', source: {} }))).toEqual(['name', 'tags[0].key']);
    expect(fieldsOf(standing(problem, sent, { ...sent, tags: sent.tags.slice(1) }))).toEqual(['name', 'description', 'source.seed']);
    expect(standing(problem, sent, sent)).toBe(problem);
  });

  it('is over once all of it has been changed; what is about no field stays', () => {
    expect(standing(refused('name'), sent, { ...sent, name: 'y' })).toBeUndefined();
    const quota = refused();
    expect(standing(quota, sent, {})).toBe(quota);
  });
});
