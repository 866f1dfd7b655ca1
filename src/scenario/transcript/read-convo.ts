import type { ForeignSession, ForeignTurn } from './foreign.ts';
import { limits } from '../limits.ts';
import { isBotiumWord } from './botium-words.ts';
import { linesOf } from './lines.ts';
import { atLine, type Reading } from './reading.ts';
import { customerLine } from './write-convo.ts';

type Line = { readonly line: number; readonly text: string };
type Section = {
  readonly line: number;
  readonly sender: string;
  readonly channel: string;
  readonly lines: readonly Line[];
};

/**
 * A Botium convo (docs/transcripts.md): a name, then sections. `#me` is the customer, `#bot` the other side, `#bot agent` an
 * agent; a command that is neither text, button, pause nor one of the asserters about texts is told and left out.
 */
export function readConvo(
  text: string,
  reading: Reading,
): { name: string; sessions: readonly ForeignSession[] } {
  const [head, ...sections] = sectionsOf(text);
  const turns: ForeignTurn[] = [];
  const pending = { delay: 0 };
  for (const section of sections) {
    if (section.sender === 'me') turns.push(...customersTurn(section, pending, reading));
    else if (section.sender === 'bot') turns.push(...othersTurns(section, pending, reading));
    else if (section.sender === 'begin' || section.sender === 'end') tellAll(section, reading);
    else if (section.sender === 'include')
      reading.leave(atLine(section.line), '#include is not taken: the other file is not here.');
    else
      reading.fail(
        atLine(section.line),
        `There is no section “#${section.sender}”. Known are #begin, #include, #me, #bot and #end.`,
      );
  }
  const [name, ...description] = (head?.lines ?? []).filter(({ text: line }) => line !== '');
  const customer = description.find(({ text: line }) => line.startsWith(customerLine));
  return {
    name: name?.text ?? '',
    sessions: [{ customer: customer?.text.slice(customerLine.length).slice(0, limits.name) ?? '', turns }],
  };
}

/** The lines before the first section, then each section. Lines are trimmed, as Botium does. */
function sectionsOf(text: string): readonly Section[] {
  const sections: { line: number; sender: string; channel: string; lines: Line[] }[] = [
    { line: 1, sender: '', channel: '', lines: [] },
  ];
  linesOf(text).forEach((raw, index) => {
    const line = raw.trim();
    if (!line.startsWith('#')) {
      sections.at(-1)?.lines.push({ line: index + 1, text: line });
      return;
    }
    const [sender = '', ...channel] = line.slice(1).trim().split(/\s+/);
    sections.push({ line: index + 1, sender: sender.toLowerCase(), channel: channel.join(' '), lines: [] });
  });
  return sections;
}

type Pending = { delay: number };

/** What stands in a section: its text with its marks, and its commands. */
function partsOf({ lines }: Section): { text: Line[]; commands: Line[] } {
  const text: Line[] = [];
  const commands: Line[] = [];
  for (const line of lines) {
    if (isBotiumWord(line.text.replace(/^\?/, '').replace(/^!/, ''))) commands.push(line);
    else text.push(line);
  }
  while (text.length > 0 && text[0]?.text === '') text.shift();
  while (text.at(-1)?.text === '') text.pop();
  return { text, commands };
}

/** A backslash before what would be a section or a command is ours, for texts that Botium has no way of writing. */
const unescaped = (line: string): string =>
  line.startsWith('\\') && (/^\\+#/.test(line) || isBotiumWord(line.replace(/^[\\!?]*/, '')))
    ? line.slice(1)
    : line;

const joined = (lines: readonly Line[]): string => lines.map(({ text }) => unescaped(text)).join('\n');

/** The text of a section without the marks before it: `!` negates, `?` makes it optional, each twice is the sign itself. */
function marked(text: string): {
  readonly text: string;
  readonly negated: boolean;
  readonly optional: boolean;
} {
  let rest = text;
  const take = (sign: string): boolean => {
    if (!rest.startsWith(sign)) return false;
    const isSign = rest.startsWith(sign + sign);
    rest = rest.slice(1);
    return !isSign;
  };
  if (rest.startsWith('!!')) return { text: rest.slice(1), negated: false, optional: false };
  if (rest.startsWith('??')) return { text: rest.slice(1), negated: false, optional: false };
  const optional = take('?');
  const negated = take('!');
  return { text: rest, negated, optional };
}

function delayOf(pending: Pending): { delay?: number } {
  const { delay } = pending;
  pending.delay = 0;
  return delay > 0 ? { delay } : {};
}

function customersTurn(section: Section, pending: Pending, reading: Reading): ForeignTurn[] {
  const { text, commands } = partsOf(section);
  let said = marked(joined(text)).text;
  for (const { line, text: command } of commands) {
    const { word, args } = commandOf(command);
    if (word === 'BUTTON' && args[0] !== undefined) said = args[1] ?? args[0];
    else if (word === 'PAUSE') pause(args, pending);
    else reading.leave(atLine(line), `“${command.slice(0, 60)}” is not taken.`);
  }
  if (said.trim() === '') return [];
  return [reading.turn(atLine(section.line), { who: 'customer', name: '', text: said, ...delayOf(pending) })];
}

function pause([milliseconds = '']: readonly string[], pending: Pending): void {
  if (/^\d{1,9}$/.test(milliseconds)) pending.delay += Number(milliseconds);
}

/** The word of a command and its arguments, which `|` separates. */
function commandOf(line: string): {
  word: string;
  args: readonly string[];
  negated: boolean;
  optional: boolean;
} {
  const { text, negated, optional } = marked(line);
  const [word = ''] = text.split(/\s/, 1);
  const rest = text.slice(word.length).trim();
  const args =
    rest === '' ? [] : rest.split(/(?<!\\)\|/).map((arg) => arg.replaceAll(String.raw`\|`, '|').trim());
  return { word, args, negated, optional };
}

const variable = /\$[A-Za-z_]\w*/;

function othersTurns(section: Section, pending: Pending, reading: Reading): ForeignTurn[] {
  const { text, commands } = partsOf(section);
  const { text: said, negated, optional } = marked(joined(text));
  const role = /^agent\b/i.test(section.channel) ? 'agent' : 'bot';
  const base = { who: 'other', name: section.channel.replace(/^agent\s*/i, ''), role } as const;
  const path = atLine(section.line);
  const turns: ForeignTurn[] = [];
  let options: readonly string[] = [];
  for (const { line, text: command } of commands) {
    const { word, args, negated: not, optional: maybe } = commandOf(command);
    if (word === 'BUTTONS' && args.length > 0 && !not && !maybe) options = [...options, ...args];
    else if (word === 'PAUSE') pause(args, pending);
    else if (isWhole(word) && args.length === 1 && !maybe)
      turns.push({ ...base, text: args[0] ?? '', negated: not });
    else if (isPart(word, args) && !maybe) {
      for (const arg of args) turns.push({ ...base, text: arg, negated: not, isPart: true });
    } else reading.leave(atLine(line), `“${command.slice(0, 60)}” is not taken: nothing here checks that.`);
  }
  const isVariable = variable.test(said);
  if (isVariable)
    reading.leave(path, `“${said.slice(0, 60)}” holds a variable of Botium, whose value is not known here.`);
  if (optional && said !== '')
    reading.leave(path, `“${said.slice(0, 60)}” may be said or not: nothing is expected.`);
  const isSaid = (said !== '' || options.length > 0) && !isVariable && !optional;
  if (isSaid) turns.unshift({ ...base, text: said, negated, ...(options.length > 0 && { options }) });
  return turns.map((turn, index) => reading.turn(path, { ...turn, ...(index === 0 && delayOf(pending)) }));
}

const isWhole = (word: string): boolean => word === 'TEXT' || word === 'TEXT_EQUALS';

/** All of the parts must be there; of `ANY` with several only one, which no expectation can say. */
const isPart = (word: string, args: readonly string[]): boolean =>
  args.length > 0 &&
  (word === 'TEXT_CONTAINS_ALL' ||
    ((word === 'TEXT_CONTAINS' || word === 'TEXT_CONTAINS_ANY') && args.length === 1));

function tellAll({ lines }: Section, reading: Reading): void {
  for (const { line, text } of lines) {
    if (text !== '') reading.leave(atLine(line), `“${text.slice(0, 60)}” is not taken.`);
  }
}
