import { describe, expect, it } from 'vitest';
import { Format } from '../../src/ui/format';

const format = new Format('en');

describe('numbers', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1000, '1 kB'], [999_500, '1 MB'], [1_234_567, '1.23 MB'], [5e15, '5 PB'], [5e18, '5,000 PB']])('of bytes: %d', (value, text) => {
    expect(format.bytes(value)).toBe(text);
  });

  it.each([[1, '100%'], [0.99999, '99.9%'], [0, '0%']])('of shares never say more than there is: %d', (value, text) => {
    expect(format.percent(value)).toBe(text);
  });

  it.each([[0.8576, '85.8%'], [1 / 3, '33.3%']])('of parts are the nearest: %d', (value, text) => {
    expect(format.part(value)).toBe(text);
  });

  it.each([[0, '0.00 USD'], [12.345, '12.35 USD'], [0.000011, '0.000011 USD']])('of money keep what is small: %d', (value, text) => {
    expect(format.money(value, 'USD')).toBe(text);
  });
});
