import { describe, expect, it } from 'vitest';
import { pull } from './edge';

describe('a drag near an edge', () => {
  it('scrolls towards it, faster the farther out, and not at all in the middle', () => {
    expect(pull(500, 100, 900)).toBe(0);
    expect(pull(124, 100, 900)).toBe(0);
    expect(pull(118, 100, 900)).toBe(-2);
    expect(pull(890, 100, 900)).toBe(5);
    expect(pull(100, 100, 900)).toBe(-8);
    expect(pull(2000, 100, 900)).toBe(20);
    expect(pull(-2000, 100, 900)).toBe(-20);
  });

  it('goes nowhere in a direction without edges', () => {
    expect(pull(5, -Infinity, Infinity)).toBe(0);
  });
});
