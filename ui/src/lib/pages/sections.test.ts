import { describe, expect, it } from 'vitest';
import { testDesk } from '../../../tests/support/desk';
import { PAGES } from './sections';

describe('the pages', () => {
  it('ask for fields that the kinds have, in words that exist', async () => {
    const { desk } = await testDesk();
    for (const shape of Object.values(PAGES)) {
      for (const { name, kind, where, fields, fresh, pick, quiet } of [...shape.main, ...shape.side]) {
        expect(desk.m.has(`section-${name}`), name).toBe(true);
        if (!quiet) expect(desk.m.has(`section-${name}-empty`), `${name} empty`).toBe(true);
        if (fresh) expect(desk.m.has(`section-${name}-add`), `${name} add`).toBe(true);
        if (!desk.kind(kind)) continue;
        const named = [...where('x'), ...(fresh?.('x') ?? [])].map((one) => /^\w+/.exec(one)?.[0] ?? one);
        for (const field of [...named, ...fields, ...(pick ? [pick] : [])]) {
          expect(desk.fieldOf(kind, field), `${name}: ${kind}.${field}`).toBeDefined();
        }
      }
    }
  });
});
