/** Something lies over the window and has the keys. */
export const isCovered = (): boolean => document.querySelector(':popover-open, dialog[open]') !== null;
