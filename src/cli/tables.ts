import { readFileSync } from 'node:fs';
import { parseTables, type Tables } from '../crmscript/library.ts';

const file = new URL('../../public/crmscript-tables.json', import.meta.url);
let read: Tables | undefined;

/** The tables of SuperOffice's library, read when a script first names something in them. */
export const tables = (): Tables => (read ??= parseTables(readFileSync(file, 'utf8')));
