import type { Host } from './host';

/** Commands that change the store. */
const CHANGING = new Set([
  'carry_forward',
  'create',
  'edit',
  'edit_block',
  'join',
  'move_row',
  'recover',
  'redo',
  'remove',
  'restore',
  'set_person',
  'set_back',
  'set_role',
  'settle',
  'settle_all',
  'take_in',
  'undo',
  'unjoin',
]);

/**
 * Sends what changes the store one after another, in the order in which it was done in the window.
 *
 * A cell shows what was typed before it is stored, so that an undo or the next edit of the cell can be asked for
 * while the edit is still on its way; a core that answers several commands at once could take the later one first.
 */
export function inOrder(host: Host): Host {
  let last: Promise<unknown> = Promise.resolve();
  return {
    call(command, args) {
      if (!CHANGING.has(command)) return host.call(command, args);
      const answer = last.then(() => host.call(command, args));
      last = answer.catch(() => undefined);
      return answer;
    },
    on: (event, listener) => host.on(event, listener),
  };
}
