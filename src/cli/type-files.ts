import { readFileSync } from 'node:fs';
import { botTypesFile, languageTypesFile } from './own-files.ts';

/**
 * The declarations that scripts in JavaScript are checked with: those of the language without a browser's, as TypeScript brings
 * them, and what scripts find.
 */
export function typeFiles(): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'bot.d.ts': readFileSync(botTypesFile, 'utf8') };
  const take = (name: string): void => {
    if (name in files) return;
    files[name] = readFileSync(languageTypesFile(name), 'utf8');
    for (const [, other = ''] of files[name].matchAll(/^\/\/\/ <reference lib="([\w.]+)"/gm))
      take(`lib.${other}.d.ts`);
  };
  take('lib.es2022.d.ts');
  return files;
}
