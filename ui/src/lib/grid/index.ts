/** The one grid behind every list and matrix. */
export * from './column';
export type { ColumnLayout } from './columns.svelte';
export * from './events';
export { default as Grid } from './Grid.svelte';
export { type Cell, type CellEdit, GridModel, type Range } from './grid.svelte';
export type { Aggregate, Group, Query, RowRequest, RowSource } from './rows.svelte';
export { columnTypes, type TypeRegistry } from './types/registry';
export { type EditorSession, type Option, type Reading, TextSession } from './types/session.svelte';
