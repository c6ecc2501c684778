import { describe, expect, it } from 'vitest';
import { readMoment, writeMoment } from './moment';

describe('a day with or without an hour', () => {
  const days: [string, string | null][] = [
    ['2023-05-17', '2023-05-17'],
    [' 2023-5-7 ', '2023-05-07'],
    ['2023-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['2023-13-01', null],
    ['17 May 2023', null],
    ['2023-05-17 24:00', null],
    ['2023-05-17 12:60', null],
    ['', null],
  ];
  it.each(days)('reads "%s" as %s', (text, expected) => expect(readMoment(text)).toBe(expected));

  it('reads back what it writes, in whatever zone', () => {
    for (const text of ['2023-05-17 14:00', '2023-01-01 00:00', '2024-02-29 23:59']) {
      const iso = readMoment(text);
      expect(iso).toMatch(/Z$/);
      expect(writeMoment(iso ?? '')).toBe(text);
    }
    expect(writeMoment('2023-05-17')).toBe('2023-05-17');
  });

  it('takes a T, a point or an h between hours and minutes', () => {
    expect(readMoment('2023-05-17T14.30')).toBe(readMoment('2023-05-17 14:30'));
    expect(readMoment('2023-05-17 14h30')).toBe(readMoment('2023-05-17 14:30'));
  });
});
