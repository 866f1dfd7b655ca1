import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseTables, type TablesSource } from '../../src/crmscript/library.ts';

const file = fileURLToPath(new URL('../../public/crmscript-tables.json', import.meta.url));
const loaded = parseTables(readFileSync(file, 'utf8'));

/** The tables as the app serves them. */
export const tables: TablesSource = () => loaded;
