import type { Said } from '../said.ts';

/** Why a name is not changed. */
export type RenameRefused = { readonly kind: 'refused'; readonly reason: Said };

export const refused = (reason: Said): RenameRefused => ({ kind: 'refused', reason });
