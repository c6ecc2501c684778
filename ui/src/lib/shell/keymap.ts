/** A group of keys as the keyboard map shows it; texts are message ids. */
export interface KeyGroup {
  title: string;
  rows: { keys: string[]; does: string }[];
}

/** Every key the window knows, by where it works. */
export const KEYMAP: KeyGroup[] = [
  {
    title: 'keys-everywhere',
    rows: [
      { keys: ['key-search'], does: 'keys-search' },
      { keys: ['key-undo'], does: 'act-undo' },
      { keys: ['key-redo'], does: 'act-redo' },
      { keys: ['key-places'], does: 'keys-places' },
      { keys: ['key-back', 'key-forward'], does: 'keys-back-forward' },
      { keys: ['key-help'], does: 'keys' },
      { keys: ['key-regions'], does: 'keys-regions' },
      { keys: ['key-escape'], does: 'keys-escape' },
    ],
  },
  {
    title: 'keys-list',
    rows: [
      { keys: ['key-arrows'], does: 'keys-arrows' },
      { keys: ['key-enter', 'key-f2'], does: 'keys-edit' },
      { keys: ['key-letters'], does: 'keys-typing' },
      { keys: ['key-tab'], does: 'keys-tab' },
      { keys: ['key-new'], does: 'keys-new' },
      { keys: ['key-filter'], does: 'keys-filter' },
      { keys: ['key-copy', 'key-paste'], does: 'keys-copy-paste' },
      { keys: ['key-fill', 'key-fill-forth'], does: 'keys-fill' },
      { keys: ['key-mod-enter'], does: 'keys-keep-all' },
      { keys: ['key-select-row', 'key-select-column', 'key-select-all'], does: 'keys-select' },
      { keys: ['key-left'], does: 'keys-left' },
      { keys: ['key-delete'], does: 'keys-delete' },
      { keys: ['key-move-row'], does: 'keys-move-row' },
      { keys: ['key-nest'], does: 'keys-nest' },
      { keys: ['key-head-move'], does: 'keys-head-move' },
      { keys: ['key-head-wider'], does: 'keys-head-wider' },
      { keys: ['key-head-sort', 'key-head-sort-more'], does: 'keys-head-sort' },
      { keys: ['key-digits'], does: 'keys-status' },
      { keys: ['key-roles'], does: 'keys-roles' },
    ],
  },
  {
    title: 'keys-plan',
    rows: [
      { keys: ['key-sideways'], does: 'keys-bar-move' },
      { keys: ['key-shift-sideways'], does: 'keys-bar-end' },
      { keys: ['key-alt-sideways'], does: 'keys-bar-start' },
      { keys: ['key-plus', 'key-minus'], does: 'keys-bar-fold' },
      { keys: ['key-page-up', 'key-page-down'], does: 'keys-month' },
    ],
  },
  {
    title: 'keys-record',
    rows: [
      { keys: ['key-enter'], does: 'keys-keep' },
      { keys: ['key-shift-enter'], does: 'keys-line' },
      { keys: ['key-escape'], does: 'keys-leave' },
    ],
  },
];
