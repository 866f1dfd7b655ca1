import { coded, type CodedText } from '../codes.ts';

/** Why a name is not changed. */
export type RenameRefused = { readonly kind: 'refused'; readonly reason: CodedText };

export const refused = (reason: CodedText): RenameRefused => ({ kind: 'refused', reason });

/** There is no name at the place. */
export const noNameThere: RenameRefused = refused(coded('rename-no-name', {}));
