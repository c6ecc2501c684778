import { describe, expect, it } from 'vitest';
import { type MenuItem, MenuState } from './menu.svelte';

function menu(items: Partial<MenuItem>[]) {
  const chosen: string[] = [];
  const all = items.map((item, at) => ({
    id: String(at),
    label: `Item ${at}`,
    act: () => chosen.push(item.label ?? String(at)),
    ...item,
  }));
  return { chosen, state: new MenuState(() => all) };
}

describe('a menu', () => {
  it('opens at the line in force and goes round the ends', () => {
    const { state } = menu([{}, { checked: true }, {}]);
    state.show();
    expect(state.active).toBe(1);
    state.key('ArrowDown', 0);
    state.key('ArrowDown', 0);
    expect(state.active).toBe(0);
    state.key('ArrowUp', 0);
    expect(state.active).toBe(2);
  });

  it('chooses by Enter, by a line’s own key, and never what is disabled', () => {
    const { state, chosen } = menu([
      { label: 'Unknown', key: '0' },
      { label: 'Done', key: '3' },
      { label: 'Off', disabled: true },
    ]);
    state.show();
    state.key('3', 0);
    expect(chosen).toEqual(['Done']);
    expect(state.open).toBe(false);
    state.show('last');
    state.key('Enter', 0);
    expect(chosen).toEqual(['Done']);
    expect(state.open).toBe(true);
  });

  it('finds a line by the letters typed together, and begins anew after a pause', () => {
    const { state } = menu([{ label: 'Delayed' }, { label: 'Done' }, { label: 'On hold' }]);
    state.show('last');
    state.key('d', 0);
    expect(state.active).toBe(0);
    state.key('o', 100);
    expect(state.active).toBe(1);
    state.key('o', 2000);
    expect(state.active).toBe(2);
  });

  it('does not open with nothing in it, and leaves keys alone that mean nothing', () => {
    const { state } = menu([]);
    state.show();
    expect(state.open).toBe(false);
    expect(state.key('F5', 0)).toBe(false);
  });
});
