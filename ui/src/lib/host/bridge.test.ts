import { afterEach, describe, expect, it, vi } from 'vitest';
import { bridgeHost } from './bridge';
import { HostError } from './host';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function server(answer: (url: string, init: RequestInit) => { status?: number; body: unknown }) {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const { status = 200, body } = answer(url, init);
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}

describe('the bridge', () => {
  it('posts a command with the token and answers what comes back', async () => {
    const asked = server(() => ({ body: { total: 3 } }));
    expect(await bridgeHost('secret').call('list', { kind: 'activity' })).toEqual({ total: 3 });
    expect(asked[0]?.url).toBe('/api/list');
    expect(asked[0]?.init.method).toBe('POST');
    expect(asked[0]?.init.body).toBe('{"kind":"activity"}');
    expect(asked[0]?.init.headers).toMatchObject({ 'x-workstreams-token': 'secret' });
  });

  it('rejects with the error of the core, and with a defect where there is none', async () => {
    server((url) => ({
      status: 400,
      body: url.endsWith('edit') ? { kind: 'refused', code: 'bad_value' } : null,
    }));
    const host = bridgeHost('secret');
    await expect(host.call('edit', {})).rejects.toMatchObject({ body: { code: 'bad_value' } });
    await expect(host.call('list', {})).rejects.toBeInstanceOf(HostError);
  });

  it('polls for events from the first listener on, each event once', async () => {
    vi.useFakeTimers();
    const rows = [{ event: 'changed', payload: { kinds: ['activity'], ids: ['a'], origin: 'typed' } }];
    const asked = server((url) => ({ body: { last: 1, rows: url.endsWith('after=0') ? rows : [] } }));
    const seen: unknown[] = [];
    const off = bridgeHost('secret').on('changed', (payload) => seen.push(payload));
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual([rows[0]?.payload]);
    expect(asked[0]?.url).toBe('/events?after=0');
    expect(asked[1]?.url).toBe('/events?after=1');
    off();
  });
});
