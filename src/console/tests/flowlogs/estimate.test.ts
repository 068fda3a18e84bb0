import { describe, expect, it } from 'vitest';
import { doubtsOf, type Estimate } from '../../src/flowlogs/create/estimate';

const of = (enis: number, sampledEnis: number, unseenEnis: number, complete: boolean) => doubtsOf({ enis, sampledEnis, unseenEnis, complete } as Estimate);

describe('what an estimate is worth', () => {
  it.each([
    [of(6, 6, 0, true), []],
    [of(0, 0, 0, true), ['noEnis']],
    [of(3, 3, 3, true), ['allUnseen']],
    [of(60, 50, 2, false), ['unseen', 'incomplete']],
  ])('%#', (doubts, expected) => expect(doubts).toEqual(expected));
});
