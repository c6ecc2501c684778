/** Languages the pages are complete in. */
export const LANGUAGES = ['en', 'fr', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Names of the languages in themselves, which is how a list of languages is read. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español' };

export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Tells in which direction a language is written, by its tag. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Takes whatever the core or the system names as a language and answers one that the pages have. */
export function knownLanguage(tag: string | null | undefined): Language {
  const primary = (tag ?? '').split('-')[0];
  return LANGUAGES.find((one) => one === primary) ?? 'en';
}
