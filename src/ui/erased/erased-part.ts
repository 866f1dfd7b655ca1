import { cleanBrowser } from './clean-browser.ts';
import { ErasedScreen } from './erased-screen.tsx';
import type { ErasedPart } from './erasing.ts';

/** What the end needs, in one part: whoever erases has it at hand before there is nothing left to load it from. */
export const erasedPart: ErasedPart = { cleanBrowser, Screen: ErasedScreen };
