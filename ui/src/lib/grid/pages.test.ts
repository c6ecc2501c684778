import { describe, expect, it, vi } from 'vitest';
import { type Page, PageStore } from './pages';

interface Line {
  id: string;
}

const lines = (from: number, to: number): Line[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `r${from + index}` }));

/** A source whose answers are given by hand, in any order. */
function slowSource(total: number) {
  const asked: { segment: number; offset: number; give(): Promise<void>; fail(): Promise<void> }[] = [];
  const read = (segment: number, offset: number, limit: number): Promise<Page<Line>> =>
    new Promise((resolve, reject) => {
      asked.push({
        segment,
        offset,
        give: async () => {
          resolve({ total, rows: lines(offset, Math.min(total, offset + limit)) });
          await new Promise((done) => setTimeout(done));
        },
        fail: async () => {
          reject(new Error('no answer'));
          await new Promise((done) => setTimeout(done));
        },
      });
    });
  return { asked, read };
}

describe('pages of rows', () => {
  it('asks once for a page and keeps it', async () => {
    const { asked, read } = slowSource(1000);
    const pages = new PageStore<Line>({ read });
    pages.want([{ segment: 0, from: 10, to: 40 }]);
    pages.want([{ segment: 0, from: 20, to: 60 }]);
    expect(asked.map(({ offset }) => offset)).toEqual([0]);
    expect(pages.row(0, 10)).toBeUndefined();
    await asked[0]?.give();
    expect(pages.row(0, 10)?.id).toBe('r10');
    pages.want([{ segment: 0, from: 0, to: 100 }]);
    expect(asked).toHaveLength(1);
  });

  it('forgets what was scrolled past before it was sent for', async () => {
    const { asked, read } = slowSource(5000);
    const pages = new PageStore<Line>({ read, flights: 1 });
    for (let from = 0; from < 4000; from += 100) pages.want([{ segment: 0, from, to: from + 30 }]);
    await asked[0]?.give();
    expect(asked.map(({ offset }) => offset)).toEqual([0, 3900]);
  });

  it('lets the pages go that were looked at longest ago', async () => {
    const pages = new PageStore<Line>({
      read: async (_segment, offset, limit) => ({ total: 5000, rows: lines(offset, offset + limit) }),
      most: 3,
    });
    await pages.load(0, 0, 300);
    pages.want([{ segment: 0, from: 0, to: 10 }]);
    await pages.load(0, 300, 301);
    expect(pages.row(0, 0), 'looked at last').toBeDefined();
    expect(pages.row(0, 100), 'oldest').toBeUndefined();
    expect(pages.row(0, 300)).toBeDefined();
  });

  it('changes rows in place and finds them by id', async () => {
    const pages = new PageStore<Line & { title?: string }>({
      read: async (_segment, offset, limit) => ({ total: 500, rows: lines(offset, offset + limit) }),
    });
    await pages.load(2, 100, 200);
    expect(pages.find('r150')).toEqual({ segment: 2, offset: 150 });
    expect(pages.find('r50')).toBeNull();
    expect(pages.patch([{ id: 'r150', title: 'new' }])).toBe(true);
    expect(pages.patch([{ id: 'r999' }])).toBe(false);
    expect(pages.row(2, 150)?.title).toBe('new');
  });

  it('says when the source fails and can ask again', async () => {
    const { asked, read } = slowSource(100);
    const failed = vi.fn();
    const pages = new PageStore<Line>({ read, failed });
    pages.want([{ segment: 0, from: 0, to: 10 }]);
    await asked[0]?.fail();
    expect(failed).toHaveBeenCalledOnce();
    pages.want([{ segment: 0, from: 0, to: 10 }]);
    await asked[1]?.give();
    expect(pages.row(0, 0)).toBeDefined();
  });
});
