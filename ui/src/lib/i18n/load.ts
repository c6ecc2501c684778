import type { Language } from './language';

// The command line has a file of its own, which the pages never need.
const FILES = import.meta.glob<string>(
  ['../../../../assets/messages/*/*.ftl', '!../../../../assets/messages/*/cli.ftl'],
  { query: '?raw', import: 'default' },
);

/** Reads every message file of a language. */
export async function loadMessages(language: Language): Promise<string[]> {
  const wanted = Object.entries(FILES).filter(([path]) => path.includes(`/messages/${language}/`));
  return Promise.all(wanted.map(([, read]) => read()));
}
