import { amount } from './phrases.ts';

/*
 * Why a script was not compiled: by the code of the problem and what stands in its place. What would mend it, an editor
 * knows (rulings 43).
 */

/** What some problems are told with besides; logs of other builds may not have it. */
type Details = {
  readonly name?: string;
  readonly characters?: number;
  readonly limit?: number;
  readonly wanted?: string | number;
  readonly given?: string | number;
  readonly left?: string;
  readonly right?: string;
  readonly of?: string;
  readonly function?: string;
  readonly parameter?: string;
};

const shown = (value: string | number): string => String(value);

/** `no arguments`, `1 argument`, `2 arguments`. */
const counted = (count: string | number): string =>
  `${count === 0 ? 'no' : shown(count)} argument${count === 1 ? '' : 's'}`;

const member = (what: string, it: string, { of }: Details): string =>
  of === undefined ? `There is no ${what} ${it}.` : `${of} has no ${what} ${it}.`;

const most = ({ characters, limit }: Details): string =>
  characters === undefined || limit === undefined
    ? 'too many characters'
    : `${amount(characters)} characters; they can have ${amount(limit)}`;

/** `it` is what stands there in quotes; where nothing does, a sentence says "this". */
const sentences = {
  'ambiguous-call': (it: string) => `The arguments of ${it} fit several functions equally well.`,
  'argument-count': (it: string, { function: called, wanted, given }: Details) =>
    called === undefined || wanted === undefined || given === undefined
      ? `${it} takes another number of arguments.`
      : `${called} takes ${counted(wanted)}, not ${shown(given)}.`,
  'array-size': () => 'The size of an array stands where a variable is declared, and then without a value.',
  'bad-arguments': (it: string, { function: called, parameter, wanted, given }: Details) => {
    if (given === undefined) return `No function ${it} takes these arguments.`;
    return called === undefined || parameter === undefined || wanted === undefined
      ? `There is no function that takes ${shown(given)}.`
      : `"${parameter}" of ${called} is ${shown(wanted)}, but ${it} is ${shown(given)}.`;
  },
  'bad-number': (it: string) => `${it} is no number of CRMScript.`,
  'bad-operands': (it: string, { left, right }: Details) =>
    `The operator does not go with ${left === undefined || right === undefined ? 'values of these types' : `${left} and ${right}`}: ${it}.`,
  'bad-type': (it: string) => `${it} is no type of a variable.`,
  'brackets-after-name': () => 'The brackets of an array belong to its type.',
  'catch-parameter': () => 'A "catch" takes no parameter.',
  'comma-declaration': () => 'Each variable is declared on its own; no comma stands between them.',
  comment: () => 'A comment begins with "//".',
  'default-parameter': () => 'A parameter has no default value.',
  duplicate: (it: string) => `${it} is declared already.`,
  'else-condition': () => 'An "else" takes no condition.',
  expected: (it: string, { wanted, given }: Details) => {
    if (wanted === undefined) return `Something else was expected: ${it}.`;
    const found = given === undefined || given === '' ? '' : `, but found "${shown(given)}"`;
    return `Expected "${shown(wanted)}"${found}.`;
  },
  'expected-expression': (it: string) => `A value is missing before ${it}.`,
  'expected-member': (it: string) => `A struct has fields and methods; ${it} is neither.`,
  'expected-name': (it: string) => `A name is missing before ${it}.`,
  'expected-operator': (it: string) => `An operator is missing before ${it}.`,
  'for-condition': () => 'A "for" needs a condition.',
  'for-separator': () => 'The three parts of a "for" stand between semicolons.',
  'foreach-type': () => 'The variable of a "foreach" needs the type of the elements.',
  'function-body': () => 'A function needs a body.',
  'function-type': () => 'A function begins with the type that it returns.',
  'include-name': () => 'Behind #include stands the name of a script in quotes.',
  'language-level': () => 'Behind #setLanguageLevel stands a number from 1 to 4.',
  misplaced: () => 'A declaration cannot stand here.',
  'missing-catch': () => 'A "try" needs a "catch" after its block.',
  'missing-plus': () => 'Two texts are joined by a "+" between them.',
  'missing-semicolon': () => 'A ";" is missing.',
  'misspelt-keyword': (it: string) => `${it} is no keyword.`,
  'no-constructor': (it: string) => `An object of this class cannot be made: ${it}.`,
  'not-an-array': (it: string, { given }: Details) =>
    given === undefined
      ? `Only arrays have elements: ${it}.`
      : `Only arrays have elements, and this is ${shown(given)}: ${it}.`,
  'not-assignable': (it: string) => `Only a variable, a field or an element can be changed, not ${it}.`,
  'not-available-offline': (it: string) =>
    `SuperOffice has ${it}, but it needs a SuperOffice server and cannot be rehearsed here.`,
  'not-bool': (it: string, { given = 'of another type' }: Details) =>
    `A condition must be Bool, and this is ${shown(given)}: ${it}.`,
  'not-crmscript': (it: string) => `CRMScript does not have this: ${it}.`,
  number: () => 'The decimals of a number stand behind a point.',
  'number-method': () => 'A number has no methods.',
  'number-too-large': (it: string) => `${it} does not fit into its type.`,
  'outside-loop': (it: string) => `${it} only means something in a loop.`,
  'parameter-type': () => 'Each parameter needs a type.',
  'program-too-large': (it: string, details: Details) =>
    `With ${details.name === undefined ? it : `"${details.name}"`} the script and what it includes have ${most(details)} together. Include less.`,
  quotes: (it: string) => `A text stands in double quotes: ${it}.`,
  'recursive-struct': () => 'A struct cannot hold itself.',
  reserved: (it: string) => `${it} is a word of CRMScript and cannot be declared.`,
  'return-value': () => 'What is returned does not fit the type of the function.',
  'source-too-large': (_it: string, { characters, limit }: Details) =>
    characters === undefined || limit === undefined
      ? 'The script has too many characters.'
      : `A script can have ${amount(limit)} characters, this one has ${amount(characters)}.`,
  'stray-brace': () => 'A "}" closes nothing.',
  'stray-bracket': (it: string) => `${it} closes nothing.`,
  'stray-keyword': (it: string) => `${it} belongs to no statement before it.`,
  'string-and-other': (it: string, { given = 'a value of another type' }: Details) =>
    `A String cannot be joined with ${shown(given)}: ${it}.`,
  'this-outside': () => '"this" only means something in the methods of a struct.',
  'too-deep': (_it: string, { limit }: Details) =>
    limit === undefined ? 'This is nested too deep.' : `This is nested deeper than ${amount(limit)} levels.`,
  'too-many-includes': (_it: string, { limit }: Details) =>
    limit === undefined
      ? 'The script includes too many others.'
      : `A script can include ${amount(limit)} others.`,
  'too-many-overloads': (it: string) => `There are too many functions of the name ${it}.`,
  'too-many-problems': () => 'There are more problems than are kept.',
  twice: (it: string) => `${it} stands here twice.`,
  'type-mismatch': (it: string, { wanted, given }: Details) =>
    wanted === undefined || given === undefined
      ? `${it} is of another type than is needed here.`
      : `${it} is ${shown(given)}, but ${shown(wanted)} is needed here.`,
  'unclosed-block': () => 'A "{" has no "}".',
  unexpected: (it: string) => `${it} has nothing to do here.`,
  'unexpected-character': (it: string) => `${it} is no character of CRMScript.`,
  'unknown-directive': (it: string) => `There is no directive ${it}.`,
  'unknown-function': (it: string) => `There is no function ${it}.`,
  'unknown-include': (it: string, { name }: Details) =>
    name === undefined ? `There is no script to include: ${it}.` : `There is no script "${name}" to include.`,
  'other-language': (it: string, { name }: Details) =>
    `The script ${name === undefined ? it : `"${name}"`} is not CRMScript. A script in CRMScript can only include scripts in CRMScript.`,
  'unknown-member': (it: string, details: Details) => member('field', it, details),
  'unknown-method': (it: string, details: Details) => member('method', it, details),
  'unknown-name': (it: string) => `There is no variable ${it}.`,
  'unknown-statement': (it: string) => `${it} begins no statement of CRMScript.`,
  'unknown-type': (it: string) => `There is no type ${it}.`,
  'unterminated-comment': () => 'A comment has no end.',
  'unterminated-string': () => 'A text has no end.',
  'void-value': (it: string) => `${it} returns nothing, so there is no value.`,
};

type Code = keyof typeof sentences;
type Place = { readonly code: string; readonly file: string; readonly line: number; readonly column: number };
type ErrorDetails = Details & { readonly near: string };
type GrammarError = ErrorDetails & {
  /** Further errors, as far as they are told. */
  readonly others?: readonly (Place & { readonly params: ErrorDetails })[];
  /** How many there are besides. */
  readonly more?: number;
};

const isKnown = (code: string): code is Code => Object.hasOwn(sentences, code);

const sentence = (code: string, found: ErrorDetails): string => {
  const it = found.near === '' ? 'this' : `“${found.near}”`;
  const said = isKnown(code) ? sentences[code](it, found) : `${code}: ${it}`;
  return said.startsWith('this') ? `T${said.slice(1)}` : said;
};

/** The first error in a sentence, and each further one on a line with its place. */
function whole(code: string, { others = [], more = 0, ...found }: GrammarError): string {
  const lines = others.map(
    ({ file, line, column, code: other, params }) =>
      `${file}:${String(line)}:${String(column)} ${sentence(other, params)}`,
  );
  const rest = more > 0 ? [`${String(more)} more.`] : [];
  return [sentence(code, found), ...lines, ...rest].join('\n');
}

export const grammar = Object.fromEntries(
  Object.keys(sentences).map((code) => [code, (problem: GrammarError) => whole(code, problem)]),
) as { readonly [C in Code]: (problem: GrammarError) => string };
