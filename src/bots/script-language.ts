import { includedNames } from '../crmscript/included-names.ts';
import type { ScriptLanguage } from '../engine/definition.ts';
import { directivesIn, namesMeant } from './javascript/directives.ts';

/** The language of a script file, by its ending; declarations (`.d.ts`) are no scripts. */
export const languageOfFile = (file: string): ScriptLanguage =>
  /\.(?:tsfso|ts|mjs|js)$/i.test(file) ? 'javascript' : 'crmscript';

/** The names that a source includes, in the order of the text: what must be at hand to check it. Of a file's name, its ending is left out. */
export const namesIncluded = (source: string, language: ScriptLanguage): readonly string[] =>
  language === 'crmscript'
    ? includedNames(source)
    : directivesIn(source).map(({ name }) => namesMeant(name).at(-1) ?? name);
