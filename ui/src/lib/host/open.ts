import { bridgeHost } from './bridge';
import type { Host } from './host';
import { insideShell, tauriHost } from './tauri';

/** Finds the core this page belongs to, or null where the page was opened by itself. */
export function openHost(): Host | null {
  if (insideShell()) return tauriHost();
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return null;
  return bridgeHost(token);
}
