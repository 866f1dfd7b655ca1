import { isMessage, type TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';
import { linesOf, onOneLine } from './lines.ts';
import { isBotiumWord } from './botium-words.ts';

/**
 * One session as a Botium convo (docs/transcripts.md): what the customer and the bots and agents said, an agent as
 * `#bot agent`, buttons as BUTTONS, a click as BUTTON. The description below the name says who the customer is. The
 * format holds no times and no status.
 */
export function writeConvo(session: TranscriptSession, name: string): string {
  const title = onOneLine(`${name}, session ${String(session.id)}`)
    .replace(/^#+/, '')
    .trim();
  const steps = session.turns.flatMap((turn) => stepOf(turn) ?? []);
  return `${[`${title}\n${customerLine}${onOneLine(session.customer.name)}`, ...steps].join('\n\n')}\n`;
}

/** Before the customer's name in the description. */
export const customerLine = 'Customer: ';

function stepOf(turn: Turn): string | null {
  const { kind, role, text, options = [] } = turn;
  if (!isMessage(turn) || role === 'system') return null;
  if (role === 'customer') {
    const said = kind === 'click' ? `BUTTON ${argument(text)}` : literal(text);
    return `#me\n${said}`;
  }
  const buttons = options.length === 0 ? '' : `\nBUTTONS ${options.map(argument).join('|')}`;
  return `${role === 'agent' ? '#bot agent' : '#bot'}\n${literal(text)}${buttons}`;
}

const argument = (text: string): string => onOneLine(text).replaceAll('|', String.raw`\|`);

/**
 * A text whose lines are taken as they stand: `!` and `?` at the beginning are doubled, as Botium wants it; a line that
 * would be a section or a command gets a backslash before it, for which Botium has no way of its own.
 */
function literal(text: string): string {
  const lines = linesOf(text.trim()).map((line, index) => {
    const trimmed = line.trim();
    if (index === 0 && /^[!?]/.test(trimmed)) return `${trimmed.charAt(0)}${trimmed}`;
    return /^\\*#/.test(trimmed) || isBotiumWord(trimmed.replace(/^[\\!?]*/, '')) ? `\\${trimmed}` : trimmed;
  });
  return lines.join('\n');
}
