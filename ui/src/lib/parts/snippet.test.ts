import { describe, expect, it } from 'vitest';
import { pieces, tellsMore } from './snippet';

describe('a snippet', () => {
  it('is cut at the marks', () => {
    expect(pieces('the [[cli]]mate [[work]]')).toEqual([
      { text: 'the ', matched: false },
      { text: 'cli', matched: true },
      { text: 'mate ', matched: false },
      { text: 'work', matched: true },
    ]);
    expect(pieces('')).toEqual([]);
  });

  it('tells more than a label only where it has other words', () => {
    expect(tellsMore('United [[Nat]]ions Children’s Fund', 'UNICEF')).toBe(true);
    expect(tellsMore('[[Data]] for all', '1. Data for all')).toBe(false);
    expect(tellsMore('', 'UNICEF')).toBe(false);
  });
});
