import { describe, expect, it } from 'vitest';
import { testDesk } from '../../../tests/support/desk';
import { Who } from './who.svelte';

const IOM = { id: 'o', table: 'organisation', label: 'IOM' };

describe('who one is', () => {
  it('is complete with a name, and sends only what was said', async () => {
    const { desk } = await testDesk();
    const who = new Who(desk);
    expect(who.complete).toBe(false);
    who.name = '  Ana  ';
    expect(who.person()).toEqual({ name: 'Ana', role: 'member' });
    who.organisation = IOM;
    who.coLeadOf = [{ id: 'g', table: 'group', label: 'G' }];
    expect(who.person(), 'groups count for co-leads only').toEqual({
      name: 'Ana',
      role: 'member',
      organisation: 'id:o',
    });
    who.part = 'co_lead';
    expect(who.person()).toMatchObject({ role: 'co_lead', coLeadOf: ['id:g'] });
  });

  it('begins with what the core knows, unchanged', async () => {
    const { desk } = await testDesk({
      state: { person: { id: 'p', table: 'person', label: 'Ana' }, organisation: IOM, role: 'secretariat' },
    });
    const who = new Who(desk);
    expect(who.person()).toEqual({ name: 'Ana', role: 'secretariat', organisation: 'id:o' });
    expect(who.changed).toBe(false);
    who.part = 'observer';
    expect(who.changed).toBe(true);
  });
});
