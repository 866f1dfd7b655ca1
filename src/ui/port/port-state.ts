import { signal } from '@preact/signals';
import type { Folder, Script } from '../../engine/definition.ts';

/** What is to be ported: a folder, or one script of it. */
export type PortOf = { readonly folder: number; readonly script: number };

/** What the dialog is about. */
export const portOf = signal<PortOf>({ folder: 0, script: 0 });

/** The scripts that can be ported. */
export const portable = (folder: Folder, script: number): readonly Script[] =>
  folder.scripts.filter(({ id, language }) => language === 'crmscript' && (script === 0 || id === script));
