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

/** Markdown (CommonMark and GitHub's). Nothing that somebody wrote becomes markup of its own (reliability I24). */
export function writeMarkdown(transcript: Transcript): string {
  const sessions = transcript.sessions.map((session) => sessionMarkdown(session, transcript));
  return (
    [`# ${escaped(headline(transcript))}`, escaped(subline(transcript)), ...sessions].join('\n\n') + '\n'
  );
}

function sessionMarkdown(session: TranscriptSession, transcript: Transcript): string {
  const facts = factsOf(session, transcript).map(([name, value]) => `- ${name}: ${escaped(value)}`);
  return [
    `## ${escaped(sessionTitle(session))}`,
    facts.join('\n'),
    ...readTurns(session).map((turn) => turnMarkdown(turn, momentIn(session, turn.at, transcript))),
  ].join('\n\n');
}

function turnMarkdown(turn: Turn, moment: string): string {
  if (isTold(turn)) return `${moment} · _${escaped(onOneLine(turn.text))}_`;
  const note = manner(turn) === '' ? '' : ` (${manner(turn)})`;
  const who = turn.actor === '' ? '' : ` · **${escaped(onOneLine(turn.actor))}**${note}`;
  const buttons = (turn.options ?? []).map((label) => `- ${escaped(onOneLine(label))}`);
  const quote = [
    ...quoted(turn.text),
    ...(buttons.length === 0 ? [] : ['>', ...buttons.map((line) => `> ${line}`)]),
  ];
  return `${moment}${who}\n\n${quote.join('\n')}`;
}

/** The lines of a text as a quotation: each ends where it ended, and an empty one begins a paragraph. */
function quoted(text: string): readonly string[] {
  const lines = linesOf(withoutControls(text)).map(escaped);
  return lines.map((line, index) => {
    if (line === '') return '>';
    const next = lines[index + 1];
    return next === undefined || next === '' ? `> ${line}` : `> ${line}\\`;
  });
}

/** Everywhere: what makes emphasis, code, links, images, HTML, entities, tables, mathematics and strikes through. */
const special = /[\\`*_[\]<>|~&$!#@^{}]/g;
/** At the beginning of a line: lists, rules, underlined headings, quotations and definitions. */
const leading = /^(\s*)(?:([-+=:])|(\d{1,9})([.)]))/;

/** A line as Markdown that shows it as it is: no address becomes a link, no spaces become code. */
export const escaped = (line: string): string =>
  line
    .replaceAll(special, String.raw`\$&`)
    .replace(leading, (_, space: string, sign?: string, digits = '', after = '') =>
      sign === undefined ? `${space}${String(digits)}\\${String(after)}` : `${space}\\${sign}`,
    )
    .replaceAll(/:(?=\/\/)|(?<=(?:mailto|xmpp|javascript|data)):/gi, String.raw`\:`)
    .replaceAll(/(www)\./gi, String.raw`$1\.`)
    .replace(/^[ \t]+/, (space) => '&nbsp;'.repeat(space.length))
    .trimEnd();
