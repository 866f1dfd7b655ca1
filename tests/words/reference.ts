import { english } from '../../src/words/english.ts';
import { grammar } from '../../src/words/english-grammar.ts';
import { refusals } from '../../src/words/english-refusals.ts';
import { failures, hints } from '../../src/words/english-scripts.ts';
import { sentence } from '../../src/words/sentence.ts';

/* docs/codes.md, written from the catalogue itself. */

/** Stands for a parameter and is written as its name, whatever a sentence does with it. */
class Slot extends String {
  override toLocaleString(): string {
    return this.toString();
  }

  map(write: (value: unknown) => string): readonly string[] {
    return [write(this)];
  }
}

/** What some sentences look into. */
const examples: Readonly<Record<string, object>> = {
  'form-problems': { problems: [{ field: 'name', code: 'missing' }] },
  'unknown-column': { known: null },
  'too-many-calls': { limit: 1000 },
  text: { text: '‹text›' },
  thrown: { text: '‹text›' },
};

const further = new Set(['others', 'more']);

function line(code: string): string {
  const asked = new Set<string>();
  const params = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || further.has(name)) return undefined;
        asked.add(name);
        const example = (examples[code] as Readonly<Record<string, unknown>> | undefined)?.[name];
        return example === undefined ? new Slot(`‹${name}›`) : example;
      },
      ownKeys: () => [...details],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  const words = sentence({ code, params });
  const told = code in grammar ? [...words.matchAll(/‹(\w+)›/g)].map(([, name = '']) => name) : [...asked];
  const named = [...new Set(told)].map((name) => `\`${name}\``).join(', ');
  return `- \`${code}\`${named === '' ? '' : ` (${named})`}: ${words}`;
}

/** What a problem of a script can be told with, for sentences that are given all of it. */
const details = [
  'near',
  'name',
  'characters',
  'limit',
  'wanted',
  'given',
  'left',
  'right',
  'of',
  'function',
  'parameter',
];

const part = (title: string, text: string, codes: object): readonly string[] => [
  `## ${title}`,
  '',
  ...(text === '' ? [] : [text, '']),
  ...Object.keys(codes)
    .filter((code) => code in english)
    .map(line),
  '',
];

export const reference = (): string =>
  [
    '# What the log says, by code',
    '',
    '<!-- Written by `npm run reference`. -->',
    '',
    'What is said about a step is recorded as `{ "code": …, "params": … }`, in no language. These are the codes, the parameters that their',
    'sentences are made of, and how they read in English. Expectations of a scenario can name them ([scenario-format.md](scenario-format.md)).',
    '',
    ...part('Why an input is refused', '', refusals),
    ...part('Hints', '', hints),
    ...part('Why a script failed, a call was not answered, a message not saved', '', failures),
    ...part(
      'Why a script was not compiled',
      '`near` is what stands in its place; other parameters are there where they are known. `others` has further mistakes with code, place and `params`, `more` says how many there are besides.',
      grammar,
    ),
  ]
    .join('\n')
    .trimEnd() + '\n';
