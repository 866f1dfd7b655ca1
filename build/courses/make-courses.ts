import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { courseFiles } from './course-files.ts';

/*
 * `npm run courses`: makes the built-in courses in public/courses, and the list of them, out of the folders beside this file. A test
 * holds that both agree.
 */

const folder = fileURLToPath(new URL('../../public/courses/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of await courseFiles()) writeFileSync(folder + name, text);
