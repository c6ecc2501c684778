import { mount } from 'svelte';
import App from './App.svelte';
import { Desk } from './lib/desk/desk.svelte';
import { keptInBrowser } from './lib/desk/kept';
import { followSystemTheme } from './lib/desk/theme';
import { afterMs } from './lib/desk/toasts.svelte';
import type { Host } from './lib/host/host';
import { loadMessages } from './lib/i18n/load';
import { Messages } from './lib/i18n/messages.svelte';
import './look/tokens.css';
import './look/components.css';
import './look/places.css';

/** Shows the desk in the page and starts it. */
export async function openWindow(host: Host, target: HTMLElement): Promise<Desk> {
  followSystemTheme(document.documentElement);
  const now = (): Date => new Date();
  const messages = new Messages(loadMessages, now, /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl');
  const query = new URLSearchParams(location.search);
  // No language of the pages is written from right to left yet; tests ask for it in the address.
  if (query.get('dir') === 'rtl') messages.forceDirection('rtl');
  const desk = new Desk({ host, messages, kept: keptInBrowser(localStorage), after: afterMs, now });
  mount(App, { target, props: { desk } });
  await desk.start();
  return desk;
}
