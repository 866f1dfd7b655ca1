import type { Transcript, TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';
import {
  factsOf,
  headline,
  isTold,
  linesOf,
  manner,
  momentIn,
  onOneLine,
  readTurns,
  sessionTitle,
  subline,
  withoutControls,
} from './lines.ts';

/**
 * Plain text for mails and terminals. What somebody wrote on several lines is set in, so that none of them can be
 * taken for a line of somebody else.
 */
export function writeText(transcript: Transcript): string {
  const sessions = transcript.sessions.map((session) => sessionText(session, transcript));
  return [`${headline(transcript)}\n${subline(transcript)}\n`, ...sessions].join('\n\n');
}

function sessionText(session: TranscriptSession, transcript: Transcript): string {
  const title = sessionTitle(session);
  return [
    title,
    '-'.repeat(Math.min(title.length, 72)),
    ...factsOf(session, transcript).map(([name, value]) => `${name}: ${value}`),
    '',
    ...readTurns(session).map((turn) => turnText(turn, momentIn(session, turn.at, transcript))),
    '',
  ].join('\n');
}

function turnText(turn: Turn, moment: string): string {
  const indent = ' '.repeat(moment.length + 2);
  const text = withoutControls(turn.text);
  if (isTold(turn)) return `${moment}  * ${linesOf(text).join(`\n${indent}  `)}`;
  const note = manner(turn) === '' ? '' : ` (${manner(turn)})`;
  const who = turn.actor === '' ? '' : `${onOneLine(turn.actor)}${note}: `;
  const lines = [...linesOf(text), ...(turn.options ?? []).map((label) => `[ ${onOneLine(label)} ]`)];
  return `${moment}  ${who}${lines.join(`\n${indent}`)}`;
}
