import { HostError, type Host, type HostEvents } from './host';

const PAUSE_MS = 300;

interface EventRow {
  event: keyof HostEvents;
  payload: HostEvents[keyof HostEvents];
}

/**
 * Reaches the core through the test bridge, which runs the same commands for a browser.
 *
 * @param token the secret the bridge put into the fragment of the page's address
 */
export function bridgeHost(token: string): Host {
  const headers = { 'content-type': 'application/json', 'x-workstreams-token': token };
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let last = 0;
  let polling = false;

  async function poll(): Promise<void> {
    try {
      const answer = await fetch(`/events?after=${last}`, { headers });
      if (answer.ok) {
        const body = (await answer.json()) as { last: number; rows: EventRow[] };
        last = body.last;
        for (const row of body.rows) {
          for (const listener of listeners.get(row.event) ?? [])
            (listener as (p: unknown) => void)(row.payload);
        }
      }
    } catch {
      // The bridge ends before the page does; asking again is all there is to do.
    }
    setTimeout(() => void poll(), PAUSE_MS);
  }

  return {
    async call(command, args) {
      let answer: Response;
      try {
        answer = await fetch(`/api/${command}`, { method: 'POST', headers, body: JSON.stringify(args) });
      } catch (cause) {
        throw HostError.from(cause);
      }
      const body: unknown = await answer.json().catch(() => null);
      if (!answer.ok) throw HostError.from(body ?? new Error(`${command}: ${answer.status}`));
      return body;
    },
    on(event, listener) {
      const of = listeners.get(event) ?? new Set();
      listeners.set(event, of);
      of.add(listener);
      if (!polling) {
        polling = true;
        void poll();
      }
      return () => of.delete(listener);
    },
  };
}
