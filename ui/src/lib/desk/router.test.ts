import { describe, expect, it } from 'vitest';
import { keptInMemory } from './kept';
import { Router } from './router.svelte';

const key = (kind: string, id: string) => ({ kind, id });

describe('where the window is', () => {
  it('begins at the overview and comes back to where it was left', () => {
    const kept = keptInMemory();
    const first = new Router(kept);
    expect(first.at.place).toBe('overview');
    first.goTo('workplan');
    first.openRecord(key('activity', 'a'));
    expect(new Router(kept).at).toEqual(first.at);
  });

  it('takes nothing from a memory that makes no sense', () => {
    for (const wrong of [null, 7, 'x', { place: 'nowhere', record: { id: 3 } }, { page: 'x' }]) {
      expect(new Router(keptInMemory({ location: wrong })).at).toEqual({
        place: 'overview',
        view: null,
        page: null,
        record: null,
      });
    }
  });

  it('keeps the list while records open beside it, and steps back over the opening only once', () => {
    const router = new Router(keptInMemory());
    router.goTo('workplan');
    router.openRecord(key('activity', 'a'));
    router.openRecord(key('activity', 'b'));
    router.openRecord(key('activity', 'c'));
    expect(router.at).toMatchObject({ place: 'workplan', record: key('activity', 'c') });
    router.back();
    expect(router.at).toMatchObject({ place: 'workplan', record: null });
    router.back();
    expect(router.at.place).toBe('overview');
    router.forward();
    router.forward();
    expect(router.at.record).toEqual(key('activity', 'c'));
    expect(router.canGoForward).toBe(false);
  });

  it('opens a page where the kind has one and the list where it has none', () => {
    const router = new Router(keptInMemory());
    router.openPage(key('organisation', 'o'));
    expect(router.at).toMatchObject({ place: 'members', page: key('organisation', 'o'), record: null });
    router.openPage(key('pledge', 'p'));
    expect(router.at).toMatchObject({ place: 'pledges', page: null, record: key('pledge', 'p') });
    router.openPage(key('objective', 'x'));
    expect(router.at, 'reference data opens beside whatever is shown').toMatchObject({
      place: 'pledges',
      record: key('objective', 'x'),
    });
  });

  it('remembers the view of each place', () => {
    const router = new Router(keptInMemory());
    router.goTo('members');
    router.show('people');
    router.goTo('workplan');
    router.goTo('members');
    expect(router.at.view).toBe('people');
  });

  it('leaves a page for the list of its place', () => {
    const router = new Router(keptInMemory());
    router.openPage(key('meeting', 'm'));
    router.leavePage();
    expect(router.at).toMatchObject({ place: 'meetings', page: null });
  });
});
