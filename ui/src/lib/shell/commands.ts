import type { Desk } from '../desk/desk.svelte';
import { PLACES } from '../desk/places';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language';

/** Something that can be done from the search. */
export interface Command {
  id: string;
  section: 'go' | 'do';
  label: string;
  /** Message id of the keys that do the same. */
  keys?: string;
  act: () => void;
}

/** Kinds a person can add from anywhere. */
export const ADDABLE = ['activity', 'joint_action', 'meeting', 'pledge', 'organisation', 'person'] as const;

/** Lists everything that can be done here and now, in the reader's language. */
export function commands(desk: Desk): Command[] {
  const { m, router } = desk;
  const out: Command[] = PLACES.map((place) => ({
    id: `go ${place}`,
    section: 'go',
    label: m.t(`place-${place}`),
    act: () => router.goTo(place),
  }));
  if (!desk.readOnly) {
    for (const kind of ADDABLE) {
      if (!desk.kind(kind)) continue;
      out.push({
        id: `add ${kind}`,
        section: 'do',
        label: m.t(`new-${kind}`),
        act: () => void desk.create(kind, []),
      });
    }
    out.push({
      id: 'undo',
      section: 'do',
      label: m.t('act-undo'),
      keys: 'key-undo',
      act: () => void desk.undo(),
    });
    out.push({
      id: 'redo',
      section: 'do',
      label: m.t('act-redo'),
      keys: 'key-redo',
      act: () => void desk.redo(),
    });
  }
  for (const language of LANGUAGES) {
    if (language === m.language) continue;
    out.push({
      id: `language ${language}`,
      section: 'do',
      label: m.t('act-switch-language', { language: LANGUAGE_NAMES[language] }),
      act: () => void desk.setLanguage(language),
    });
  }
  out.push({ id: 'settings', section: 'do', label: m.t('settings'), act: () => (desk.overlay = 'settings') });
  out.push({
    id: 'keys',
    section: 'do',
    label: m.t('keys'),
    keys: 'key-help',
    act: () => (desk.overlay = 'keys'),
  });
  return out;
}

/** Writes a text for comparing: without case and accents. */
export function plainForm(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Whether every word of the query begins a word of the label. */
export function fits(label: string, query: string): boolean {
  const words = plainForm(label).split(/[^\p{L}\p{N}]+/u);
  return plainForm(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
