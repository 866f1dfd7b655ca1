import { hintWords, type HintCode } from '../../src/bots/hints/hint-words.ts';
import { ruleSentences } from '../../src/ui/rules/rule-sentences.ts';
import { remedyOf } from '../../src/ui/problems/remedies.ts';
import { rulesOfRaised, rulesOfRuns } from '../../src/engine/run-hints.ts';
import { sentence } from '../../src/words/sentence.ts';

/* docs/hints.md, written from the hints themselves. */

/** What belongs to a hint, as its name; what its sentence decides by, as an example. */
const examples: Readonly<Record<string, string | number>> = {
  form: 'form',
  sure: 1,
  almost: 'messageReceived',
  at: 1,
  mended: '‹name›',
};

const params = new Proxy<Record<string, string | number>>(
  {},
  { get: (_, name) => examples[String(name)] ?? `‹${String(name)}›` },
);

const remedies: Readonly<Record<string, string>> = {
  channel: 'leads to the pre-chat form of the channel',
  trigger: 'leads to the trigger',
  option: 'leads to the option “Limits of SuperOffice Online”',
  register: 'registers the bot again',
  rename: 'renames the script',
};

function fixOf(code: HintCode): string {
  const { fix } = hintWords[code];
  const remedy = remedyOf({ code, params });
  const found = [fix === '' ? '' : `“${fix}”`, remedy === undefined ? '' : (remedies[remedy.kind] ?? '')];
  return found.filter((one) => one !== '').join('; ') || '–';
}

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];

const rules = (): readonly string[] => {
  const named = new Set([
    ...Object.values(hintWords).map(({ rule }) => rule),
    ...rulesOfRaised.values(),
    ...Object.values(rulesOfRuns),
  ]);
  return Object.entries(ruleSentences)
    .filter(([rule]) => named.has(rule))
    .map(([rule, { text }]) => row(rule, text));
};

export const hintsPage = (): string =>
  [
    '# Hints at bots',
    '',
    '<!-- Written by `npm run reference`. -->',
    '',
    'What the language has nothing against and may go wrong in a chat. Each hint comes from a rule of the chat ([chat-domain](spec/chat-domain.md) §16), and says “may” where',
    'a script can do more than its text tells. They stand in _Problems_ and in the editor, and `npm run cli -- check --hints` prints them with code and rule. A hint that',
    'is ignored is kept so with the workspace, in this browser and not in files, until its line says something else or it is taken back at the end of _Problems_.',
    '',
    '## In scripts',
    '',
    'Found in the text of a script in either language with what it includes, and in the world around it: which channels have its folder as their bot, which forms those have,',
    'how the bot is registered, which triggers run it. In JavaScript, what is reached by a name that is put together while it runs is not seen.',
    '',
    ...table(
      ['Code', 'What it says', 'Rule', 'Fix'],
      (Object.keys(hintWords) as HintCode[]).map((code) =>
        row(`\`${code}\``, hintWords[code].message(params), hintWords[code].rule, fixOf(code)),
      ),
    ),
    '',
    '## Seen in runs',
    '',
    'Found in the events of the log that the page holds, the newest thousand and what was looked up before them; each leads to its event.',
    '',
    ...table(
      ['Code', 'What it says', 'Rule'],
      [
        ...Object.entries(rulesOfRuns).map(([code, rule]) =>
          row(`\`${code}\``, sentence({ code, params: { form: 'preChat', from: 4 } }), rule),
        ),
        ...Array.from(rulesOfRaised, ([code, rule]) =>
          row(`\`${code}\``, sentence({ code, params: params }), rule),
        ),
      ],
    ),
    '',
    '## Limits seen',
    '',
    '_Problems_ has, for each script, the most that its runs took of time (60 s online) and memory (8 MB online), statements (the option `statementBudget`, a limit of this program) and how many calls they made;',
    'amber above half of a limit, red above nine tenths. Time is that of `sleep` and of answers, as nothing else takes time here; memory is what values took, at most, and is told from 64 kB on.',
    '',
    '## The rules',
    '',
    ...table(['Rule', 'What it says'], rules()),
  ].join('\n') + '\n';
