import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { HostError, type Host, type HostEvents } from './host';

/** Reaches the core of the desktop shell that shows this page. */
export function tauriHost(): Host {
  return {
    async call(command, args) {
      try {
        return await invoke(command, args);
      } catch (cause) {
        throw HostError.from(cause);
      }
    },
    on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void) {
      let off: (() => void) | null = null;
      let ended = false;
      void listen<HostEvents[E]>(event, (message) => listener(message.payload)).then((unlisten) => {
        // The listener may have been given up before the shell answered.
        if (ended) unlisten();
        else off = unlisten;
      });
      return () => {
        ended = true;
        off?.();
      };
    },
  };
}

/** Tells whether the page runs inside the desktop shell. */
export function insideShell(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
