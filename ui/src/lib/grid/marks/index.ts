/** Marks that stand for a status, a standing, a distribution or a role, for use outside the grid too. */
export { default as Distribution } from './Distribution.svelte';
export { default as RoleMark } from './RoleMark.svelte';
export { default as StandingMark } from './StandingMark.svelte';
export { default as StatusGlyph } from './StatusGlyph.svelte';
export { default as StatusMark } from './StatusMark.svelte';
export { hasShape, type Share, sharesOf, STANDING_SHAPES, STATUS_ORDER, STATUS_SHAPES } from './shapes';
