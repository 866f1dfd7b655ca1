import { nr } from './phrases.ts';

type Named = { readonly name: string };
type At = Named & { readonly file: string; readonly line: number };
type Differing = Named & { readonly file: string; readonly first: string; readonly second: string };

const place = ({ file, line }: At): string => `line ${nr(line)} of “${file}”`;

/** Why a name in a script was not changed, and what was left of it. Nothing is changed where one of the first is said. */
export const ofRenaming = {
  'rename-no-name': () =>
    'Here is no name. Put the cursor in the name of a variable, function, parameter, struct or member.',
  'rename-unknown': ({ name }: Named) =>
    `What “${name}” means here is not known, so it was left as it is. Mend the error first.`,
  'rename-library': ({ name }: Named) => `“${name}” belongs to CRMScript and keeps its name.`,
  'rename-catch': ({ name }: Named) => `Every “catch” brings “${name}” under this name.`,
  'rename-hook': ({ name, struct }: Named & { struct: string }) =>
    `CRMScript calls “${name}” of “${struct}” by this name, where no script shows it, so nothing was changed.`,
  'rename-not-a-name': ({ name }: Named) =>
    `“${name}” is no name. Use letters, digits and “_”, with no digit at the beginning.`,
  'rename-reserved': ({ name }: Named) =>
    `“${name}” is a word of the language and no name. Nothing was changed; use another one.`,
  'rename-to-library': ({ name }: Named) =>
    `“${name}” is taken by CRMScript itself. Nothing was changed; use another name.`,
  'rename-taken': (at: At) =>
    `“${at.name}” is taken: ${place(at)}. Nothing was changed; use another name, or change that one first.`,
  'rename-changes': (at: At) =>
    `“${at.name}” in ${place(at)} would mean something else then. Nothing was changed; use another name.`,
  'rename-differs': ({ name, file, first, second }: Differing) =>
    `“${name}” in “${file}” means one thing where “${first}” includes it and another where “${second}” does. Nothing was changed; change it by hand in both.`,
  'rename-errors': (at: At) =>
    `What “${at.name}” means in ${place(at)} is not known, as the script has an error there. Nothing was changed; mend it first.`,
  'rename-in-texts': (at: At & { count: number }) =>
    at.count === 1
      ? `“${at.name}” also stands in a text, in ${place(at)}, which is left as it is.`
      : `“${at.name}” also stands in ${nr(at.count)} texts, first in ${place(at)}, which are left as they are.`,
};
