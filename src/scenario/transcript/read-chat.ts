import type { ForeignSession, ForeignTurn } from './foreign.ts';
import { linesOf } from './lines.ts';
import { atLine, type Reading } from './reading.ts';

type Header = { user: string; bot: string; readonly users: Set<string>; readonly bots: Set<string> };
type Part = {
  readonly line: number;
  readonly isUser: boolean;
  readonly name: string;
  readonly lines: string[];
};

/**
 * A Chatdown file (docs/transcripts.md): a head that names user and bot, then `user: …` and `bot: …`, each up to the next;
 * commands stand in brackets. What a command does that nothing here can do is told and left out.
 */
export function readChatdown(
  text: string,
  reading: Reading,
): { name: string; sessions: readonly ForeignSession[] } {
  const header: Header = { user: '', bot: '', users: new Set(['user']), bots: new Set(['bot']) };
  const parts: Part[] = [];
  linesOf(text).forEach((line, index) => {
    if (parts.length === 0 && readHeader(line, header)) return;
    const said = beginning(line, header);
    if (said !== null) parts.push({ line: index + 1, ...said });
    else if (parts.length > 0) parts.at(-1)?.lines.push(line);
    else if (line.trim() !== '') reading.leave(atLine(index + 1), 'This stands before anybody speaks.');
  });
  const pending = { delay: 0 };
  const turns = parts.flatMap((part) => turnOf(part, pending, reading) ?? []);
  return { name: '', sessions: [{ customer: header.user, turns }] };
}

/** Who begins to speak in a line, and its first words; null when the line goes on with what was being said. */
function beginning(line: string, header: Header): Omit<Part, 'line'> | null {
  const colon = line.indexOf(':');
  if (colon < 0) return null;
  const [name = ''] = line.slice(0, colon).split('->', 1);
  const key = name.trim().toLowerCase();
  const isUser = header.users.has(key);
  if (!isUser && !header.bots.has(key)) return null;
  const shown = isUser ? (key === 'user' ? header.user : name.trim()) : header.bot;
  return { isUser, name: shown, lines: [line.slice(colon + 1).replace(/^\s/, '')] };
}

/** Whether a line belongs to the head, which it is read into. */
function readHeader(line: string, header: Header): boolean {
  const found = /^\s*(user|users|bot|channelId)\s*=\s*(.*)$/i.exec(line);
  if (found === null) return line.trim() === '';
  const key = (found[1] ?? '').toLowerCase();
  const names = (found[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [first = ''] = names;
  if (key === 'bot') {
    header.bot = first;
    if (first !== '') header.bots.add(first.toLowerCase());
  } else if (key.startsWith('user')) {
    header.user = first;
    for (const name of names) header.users.add(name.toLowerCase());
  }
  return true;
}

function turnOf(part: Part, pending: { delay: number }, reading: Reading): ForeignTurn | null {
  const { words, commands } = split(part.lines.join('\n'));
  let options: readonly string[] = [];
  let agent: string | undefined;
  for (const command of commands) {
    const [, name = '', value = ''] = /^\s*(\w+)\s*=?\s*(.*)$/s.exec(command) ?? [];
    const key = name.toLowerCase();
    if (key === 'delay') pending.delay += /^\d{1,9}$/.test(value.trim()) ? Number(value) : 0;
    else if (key === 'suggestedactions' || key === 'suggestions') options = labels(value);
    else if (key === 'agent') agent = value.trim();
    else if (key !== 'typing' && key !== 'conversationupdate')
      reading.leave(atLine(part.line), `[${command.slice(0, 60).replaceAll(/\s+/g, ' ')}] is not taken.`);
  }
  const text = words.trim();
  if (text === '' && options.length === 0) return null;
  const { delay } = pending;
  pending.delay = 0;
  return reading.turn(atLine(part.line), {
    who: part.isUser ? 'customer' : 'other',
    name: agent ?? part.name,
    text,
    ...(!part.isUser && { role: agent === undefined ? 'bot' : 'agent' }),
    ...(delay > 0 && { delay }),
    ...(options.length > 0 && { options }),
  });
}

const labels = (value: string): readonly string[] =>
  value
    .split('|')
    .map((label) => label.trim())
    .filter((label) => label !== '');

/** A text without its commands in brackets, and those; a backslash makes a sign of the next character. */
function split(text: string): { readonly words: string; readonly commands: readonly string[] } {
  const words: string[] = [];
  const commands: string[] = [];
  const lastClosing = text.lastIndexOf(']');
  let inside: string[] | null = null;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && /[[\]\\:]/.test(text.charAt(at + 1))) {
      (inside ?? words).push(text.charAt(++at));
    } else if (sign === '[' && inside === null && at < lastClosing) {
      inside = [];
    } else if (sign === ']' && inside !== null) {
      commands.push(inside.join(''));
      inside = null;
    } else {
      (inside ?? words).push(sign);
    }
  }
  if (inside !== null) words.push('[', ...inside);
  return { words: words.join(''), commands };
}
