import { safeFileName } from '../../scenario/file-name.ts';
import { transcriptOf } from '../../scenario/transcript.ts';
import { isOfOne, mediaTypes, writeTranscript } from '../../scenario/write-transcript.ts';
import type { TranscriptFormat } from '../../scenario/write-transcript.ts';
import { customerName } from '../names.ts';
import type { WholeLog } from './whole-log.ts';

export type TranscriptWish = {
  /** 0 for all sessions. */
  readonly session: number;
  readonly format: TranscriptFormat;
};

export type NamedFile = { readonly name: string; readonly text: string; readonly type: string };

/** The files of a transcript, each with the name under which it is saved. */
export function transcriptFiles(
  { world, events }: WholeLog,
  workspace: string,
  { session, format }: TranscriptWish,
): readonly NamedFile[] {
  const transcript = transcriptOf(events, world, {
    name: workspace,
    sessions: session === 0 ? undefined : [session],
  });
  return writeTranscript(transcript, format).map(({ session: of, text }) => {
    const about = session === 0 ? of : session;
    const known = about === 0 ? undefined : world.sessions.get(about);
    const customer = known === undefined ? '' : ` - ${String(about)} ${customerName(known)}`;
    return {
      name: `${safeFileName(`${workspace}${customer}`, 120, 'Transcript')}.${format}`,
      text,
      type: mediaTypes[format],
    };
  });
}

/** How many lines of a file are shown before it is saved. */
const shownLines = 40;
/** A line of a table or of JSON may be long. */
const shownLength = 240;

export type Preview = { readonly text: string; readonly shown: number; readonly lines: number };

/** The first lines of a file. Of a page to print its words are shown: its source says nothing to anybody. */
export function previewOf(log: WholeLog, workspace: string, wish: TranscriptWish): Preview {
  const format = wish.format === 'html' ? 'txt' : wish.format;
  const [first] = transcriptFiles(log, workspace, { ...wish, format });
  const lines = (first?.text ?? '')
    .replace('\uFEFF', '')
    .trimEnd()
    .split(/\r\n|\n/);
  const shown = lines.slice(0, shownLines);
  const cut = shown.map((line) => (line.length > shownLength ? `${line.slice(0, shownLength)}…` : line));
  return { text: cut.join('\n'), shown: shown.length, lines: lines.length };
}

/** How many files a wish gives. */
export const filesIn = ({ world }: WholeLog, { session, format }: TranscriptWish): number =>
  session === 0 && isOfOne(format) ? [...world.sessions].length : 1;
