import type { Folder } from '../../engine/definition.ts';

/** A folder is a bot when one of its scripts is a register script (chat-domain §4.1). */
export const isBotFolder = (folder: Folder): boolean =>
  folder.scripts.some(({ name }) => /bot.*register/is.test(name));

/** The key under which unsaved text of a script is kept. */
export const scriptDraftKey = (script: number): string => `script:${String(script)}`;
