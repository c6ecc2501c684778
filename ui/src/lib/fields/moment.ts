/**
 * Reads a day, with or without an hour, as people write it in a list of meetings: "2023-05-17 14:00".
 *
 * Answers the form the core takes: a day as it stands, a point in time in UTC; null where it is neither.
 */
export function readMoment(text: string): string | null {
  const m = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2})[:.h](\d{2}))?\s*$/.exec(text);
  if (!m) return null;
  const [year, month, day, hour, minute] = m
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  if (year == null || month == null || day == null) return null;
  const at = new Date(year, month - 1, day, hour ?? 0, minute ?? 0);
  const same = at.getFullYear() === year && at.getMonth() === month - 1 && at.getDate() === day;
  if (!same || (hour ?? 0) > 23 || (minute ?? 0) > 59) return null;
  if (hour == null) return `${m[1]}-${two(month)}-${two(day)}`;
  return at.toISOString().replace('.000Z', 'Z');
}

/** Writes a point in time so that `readMoment` reads the same one again. */
export function writeMoment(iso: string): string {
  if (!iso.includes('T')) return iso;
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${writeDay(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Writes the day that a time falls on where this laptop is, ISO 8601. */
export function writeDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
