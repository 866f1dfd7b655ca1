import { readFileSync } from 'node:fs';
import { parseTables, type Tables } from '../crmscript/library.ts';
import { tablesFile } from './own-files.ts';

let read: Tables | undefined;

/** The tables of SuperOffice's library, read when a script first names something in them. */
export const tables = (): Tables => (read ??= parseTables(readFileSync(tablesFile, 'utf8')));
