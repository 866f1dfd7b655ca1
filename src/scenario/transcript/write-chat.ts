import { isMessage, type TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';
import { linesOf, onOneLine } from './lines.ts';

/**
 * One session as a Chatdown file (docs/transcripts.md): the customer as `user`, everybody else as `bot`, the time between two
 * messages as a delay, buttons as suggested actions; that it was an agent says a command of our own. Brackets get a backslash, which `readChatdown` takes away.
 */
export function writeChatdown(session: TranscriptSession): string {
  const head = [
    `user=${nameOf(session.customer.name) || 'Customer'}`,
    `bot=${nameOf(session.bot || session.channel) || 'Bot'}`,
  ];
  const said = session.turns.filter(isSaid);
  let before = session.startedAt;
  const turns = said.map((turn) => {
    const delay = turn.at - before;
    before = turn.at;
    return turnText(turn, delay);
  });
  return `${head.join('\n')}\n\n${turns.join('\n\n')}\n`;
}

const nameOf = (name: string): string => onOneLine(name).replaceAll(/[=:,]/g, ' ').trim();

const isSaid = (turn: Turn): boolean => turn.role !== 'system' && isMessage(turn);

function turnText({ role, actor, text, options = [] }: Turn, delay: number): string {
  const pause = delay > 0 ? `[Delay=${String(delay)}] ` : '';
  const agent = role === 'agent' ? `[Agent=${bracketed(nameOf(actor))}] ` : '';
  const buttons =
    options.length === 0
      ? ''
      : `\n[SuggestedActions=${options.map((label) => bracketed(onOneLine(label)).replaceAll('|', '/')).join('|')}]`;
  const lines = linesOf(text.trim()).map((line, index) => (index === 0 ? bracketed(line) : inside(line)));
  return `${role === 'customer' ? 'user' : 'bot'}: ${pause}${agent}${lines.join('\n')}${buttons}`;
}

const bracketed = (text: string): string => text.replaceAll(/[[\]\\]/g, String.raw`\$&`);

/** A line after the first, which must not be taken for the beginning of another turn. */
const inside = (line: string): string => {
  const text = bracketed(line);
  return /^\s*[^\s:[\]]+(?:\s*->\s*[^:]+)?:/.test(text) ? text.replace(':', String.raw`\:`) : text;
};
