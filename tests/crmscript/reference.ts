import { libraryWith } from '../../src/bots/bot-library.ts';
import { link } from '../../src/crmscript/analysis/link.ts';
import type { LinkedFunction, MethodTable } from '../../src/crmscript/analysis/types/linked.ts';
import { arrayMethods } from '../../src/crmscript/library/collections/array.ts';
import { structMethods } from '../../src/crmscript/library/collections/struct.ts';
import { nameOf } from '../../src/crmscript/library/superoffice/tables.ts';
import type { NativeClass, NativeFunction } from '../../src/crmscript/library.ts';
import { tables } from './tables.ts';

/* docs/crmscript.md, written from what the interpreter itself uses. */

const introduction = `# CRMScript: what runs here

Every class, method and function that SuperOffice documents for CRMScript, and what becomes of it in a
rehearsal. The page is written from the tables that the interpreter uses (\`npm run reference\`), and a test
keeps it current.

- What stands without a remark works as documented.
- *Differs* says how.
- *Mind* warns of what is easily misread in SuperOffice's own documentation.
- **Not offline** means: it compiles, its types are checked, the editor marks it, and when it runs it fails with
  \`NotAvailableOffline: … needs a SuperOffice database. Add a fixture or mock to continue.\` A script can catch that
  with \`try\`/\`catch\`.

What SuperOffice keeps in its database, a workspace can have in tables of its own: rows with an \`id\` and any columns.
SearchEngine searches and changes them; Ticket, Customer and their like are one row of the table of their name; an agent's
\`GetSaleEntity\`, \`GetSaleEntityList\`, \`SaveSaleEntity\` and \`DeleteSaleEntity\` work on the table \`NSSaleEntity\`, whose
columns are the carrier's fields (\`Heading\`, \`Amount\`, \`Contact: { "Name": … }\`). Without the table they fail as above.
Every write is an event. The sessions, messages, channels, members and agents of the chat are tables, too: chat_session,
chat_message, chat_topic, chat_topic_user and ejuser; and so is the FAQ: kb_category and kb_entry.

The language itself is complete: structs with methods, arrays, overloads, \`#include\`, \`foreach\`, \`try\`/\`catch\`, and the
template form \`%EJSCRIPT_START% … <% … %>\`, whose text between the code is printed as it stands. A function or struct
that is used above its declaration runs here; the editor calls it an error all the same, because SuperOffice rejects it.
Everything that lasts is an event of the log, so a script behaves the same each time it is rehearsed.

## How scripts are formatted

_Format script_ (Shift+Alt+F) writes a script as most of SuperOffice's own public scripts are written, its library of scripts and its
example bots:

- two blanks a level; each brace on a line of its own, and so \`else\` and \`catch\`; one statement a line;
- a blank behind \`if\`, \`for\`, \`foreach\` and \`while\`, behind commas and around operators; none inside of parentheses and brackets;
- lines of at most 120 characters: what is longer is broken behind a comma or an operator, the outermost first, or before a point, and
  goes on one level further to the right; in the condition of a branch or loop two, so that it does not look like what that governs.

Where those scripts differ among themselves, what the author has decided stays: a statement, or a block of one statement, on the line of its
\`if\` or function (\`Void OK() { Ok(); }\`), lines that were begun within a call, a condition or a chain of calls, and empty lines, one in a row
inside of blocks and two outside. Comments stay with what they belong to. Nothing but blanks and line ends changes, outside of written texts, and
inside of comments only what stands before a star and at the ends of lines; so a formatted script does what it did, and formatting it again changes nothing. The kind of line ends and a
byte-order mark stay, too. Text that cannot be read is left as it is, with its first mistake. In a page with
\`%EJSCRIPT_START%\`, code between \`<%\` and \`%>\` on lines of their own is formatted as far in as its \`<%\`; everything else of the page stays.
Scripts in JavaScript and TypeScript are formatted by TypeScript, with two blanks a level.

## Names over all scripts

A script that is run, with all that it includes, is one program, and one namespace: what a shared script uses may be declared in the script that
includes it. So the editor looks for names over all programs of the workspace:

- _Outline_ (Ctrl+Shift+O) lists what a script declares, also while it is broken; a few letters find a name.
- _Find references_ (Shift+F12) lists where the name at the cursor is used, by script; of a function of CRMScript all calls.
- _Rename_ (F2) changes a name wherever it means the same, in all scripts, as one change that Undo takes back. The box says how many places in how
  many scripts before you press Enter. The scripts are saved; what was written into one of them and not saved is saved with it, which the box says,
  and Undo leaves it unsaved again.

A rename never changes what a program does. It is made in memory first and every program with one of these scripts is checked again: if any name
would mean something else, or an error would come of it, it is refused and it is said where. So is a name of CRMScript's own, or of one that the
language calls by itself (\`toString()\` and \`compare(…)\` of a struct); a word of the language; a name that is taken; a name that two programs which share a
script do not agree about; and one that stands where a script has errors. Names in texts, as \`getGenericValue("name")\` reads them, are not changed,
and the box says that there are some.

Blocks, comments, rows of \`#include\` and what stands between \`//#region\` and \`//#endregion\` can be folded in the margin. Shift+Alt+→ selects what belongs
together, step by step, Shift+Alt+← goes back. _Show names of parameters in scripts_ (Ctrl+K) puts them before the arguments that do not say it
themselves.
`;

const library = libraryWith(tables);
const linked = link(library);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const line = ({ signature, differs, needsServer, trap, divided }: NativeFunction): string => {
  const page = divided === true ? ' *Only in a how-to:* the editor warns of it.' : '';
  const difference = differs === undefined ? page : ` *Differs:* ${differs}.`;
  const remark =
    needsServer === undefined
      ? difference
      : ` **Not offline${differs === undefined ? '' : ' without a table'}.**${difference}`;
  return `- \`${signature}\`${remark}${trap === undefined ? '' : ` *Mind:* ${trap}`}`;
};

const overloads = (methods: MethodTable): readonly LinkedFunction[] =>
  [...methods.keys()].sort(compareText).flatMap((name) => methods.get(name) ?? []);

/** The class as scripts see it, its own methods and those of the tables. */
function nativesOf(name: string): NativeFunction[] {
  const type = linked.type(name);
  if (type?.kind !== 'class') return [];
  const { constructors, methods } = type.definition;
  return [...constructors, ...overloads(methods)].map(({ native }) => native);
}

const section = (native: NativeClass): string[] => [
  `### ${native.name}`,
  '',
  ...(native.differs === undefined ? [] : [native.differs, '']),
  ...nativesOf(native.name).map(line),
  '',
];

const list = (methods: readonly NativeFunction[]): string[] =>
  [...methods].sort((a, b) => compareText(nameOf(a.signature), nameOf(b.signature))).map(line);

/** Classes that only the tables know: what they hold, and what needs a server. */
function tableClass(name: string): string[] {
  const { fields, methods = [] } = tables().classes[name] ?? {};
  const natives = nativesOf(name).filter(({ signature }) => methods.includes(signature));
  const absent = natives.filter(({ needsServer }) => needsServer !== undefined);
  const missing = absent.filter(({ differs }) => differs === undefined);
  const withTable = absent.filter(({ differs }) => differs !== undefined);
  const working = natives.filter(({ needsServer }) => needsServer === undefined);
  const held = fields === undefined ? [] : [`holds ${fields.split(' ').join(', ').replaceAll(':', ' ')}`];
  return [
    `- **${name}** ${held.join('')}`.trimEnd(),
    ...(working.length === 0 ? [] : [`  - Works: ${shown(working)}`]),
    ...(withTable.length === 0 ? [] : [`  - With a table of the carrier's name: ${shown(withTable)}`]),
    ...(missing.length === 0 ? [] : [`  - Not offline: ${shown(missing)}`]),
  ];
}

const shown = (natives: readonly NativeFunction[]): string =>
  natives.map(({ signature }) => `\`${signature}\``).join(', ');

const enumLine = ([name, members]: readonly [string, string]): string =>
  `- \`${name}\`: ${members.split(' ').join(', ')}`;

/** The whole page. */
export function reference(): string {
  const own = new Set(library.classes.map(({ name }) => name));
  const others = Object.keys(tables().classes).filter((name) => !own.has(name));
  const functions = [...new Set(linked.functionNames())]
    .sort(compareText)
    .flatMap((name) => linked.functionsOf(name));
  const missing = functions.filter(({ native }) => native.needsServer !== undefined);
  const working = functions.filter(({ native }) => native.needsServer === undefined);
  return [
    introduction,
    '## Functions\n',
    ...working.map(({ native }) => line(native)),
    '\n### Functions that are not offline\n',
    ...missing.map(({ native }) => `- \`${native.signature}\``),
    '\n## Arrays\n\n`T` is the type of the elements.\n',
    ...list(arrayMethods),
    '\n## Structs\n\nA method `String toString()` and a method `Bool compare(…)` of the struct itself are called by `buildString` and `sort`.\n',
    ...list(structMethods),
    '\n## Classes\n',
    ...[...library.classes].sort((a, b) => compareText(a.name, b.name)).flatMap(section),
    '## Other classes\n',
    'Objects of these can be declared. Their fields hold what is set: each has a `Get…()` and a `Set…(…)`. Objects in them',
    'come into being when they are asked for, and `CreateDefault…` of an agent gives an empty one.\n',
    ...others.sort(compareText).flatMap(tableClass),
    '\n## Enumerations\n',
    'A member is an Integer: `NSChatSessionStatus.InQueue` is 4. Where no number stands here, it is the place in the list,',
    'from 0; SuperOffice documents the numbers of few, and the editor says so where it does not.\n',
    ...Object.entries(tables().enums)
      .sort(([a], [b]) => compareText(a, b))
      .map(enumLine),
    '',
  ].join('\n');
}
