/** The few outlines the grid draws itself, in a box of 24. */
export const CHEVRON = 'm6 9 6 6 6-6';
export const ARROW = 'm6 15 6-6 6 6';
export const CHECK = 'M20 6 9 17l-5-5';
export const WARNING = 'M12 4 2.5 20h19zM12 10v4M12 17v.01';
export const BACK = 'm15 18-6-6 6-6';
