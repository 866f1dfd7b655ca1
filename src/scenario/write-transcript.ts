import { wellFormed } from './transcript/lines.ts';
import { writeActivities } from './transcript/write-activities.ts';
import { writeChatdown } from './transcript/write-chat.ts';
import { writeConvo } from './transcript/write-convo.ts';
import { writeCsv } from './transcript/write-csv.ts';
import { writeHtml } from './transcript/write-html.ts';
import { writeMarkdown } from './transcript/write-markdown.ts';
import { writeText } from './transcript/write-text.ts';
import type { Transcript, TranscriptSession } from './transcript.ts';

/** The formats in which a transcript is written, by the ending of the file. */
export const transcriptFormats = ['md', 'html', 'txt', 'csv', 'transcript', 'convo.txt', 'chat'] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

/** The format that a file of this name has; undefined when it is none of a transcript. The longest ending counts. */
export const formatOf = (file: string): TranscriptFormat | undefined =>
  transcriptFormats
    .filter((format) => file.toLowerCase().endsWith(`.${format}`))
    .reduce<TranscriptFormat | undefined>(
      (best, next) => (next.length > (best?.length ?? 0) ? next : best),
      undefined,
    );

/** What a browser is told that the file is. */
export const mediaTypes: Readonly<Record<TranscriptFormat, string>> = {
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
  csv: 'text/csv',
  transcript: 'application/json',
  'convo.txt': 'text/plain',
  chat: 'text/plain',
};

/** A file of a transcript: the session that alone stands in it, or 0 for all of them. */
export type TranscriptFile = { readonly session: number; readonly text: string };

/**
 * The transcript in a format. Botium and Chatdown know one conversation a file, so those give a file for each session;
 * every other format gives one.
 */
export const writeTranscript = (
  transcript: Transcript,
  format: TranscriptFormat,
): readonly TranscriptFile[] =>
  isOfOne(format)
    ? transcript.sessions.map((session) => file(session.id, ofOne[format](session, transcript.name)))
    : [file(0, ofAll[format](transcript))];

type OfOne = 'convo.txt' | 'chat';

const ofOne: Readonly<Record<OfOne, (session: TranscriptSession, name: string) => string>> = {
  'convo.txt': writeConvo,
  chat: writeChatdown,
};

const ofAll: Readonly<Record<Exclude<TranscriptFormat, OfOne>, (transcript: Transcript) => string>> = {
  md: writeMarkdown,
  html: writeHtml,
  txt: writeText,
  csv: writeCsv,
  transcript: writeActivities,
};

/** Whether a format knows one conversation a file. */
export const isOfOne = (format: TranscriptFormat): format is OfOne => Object.hasOwn(ofOne, format);

const file = (session: number, text: string): TranscriptFile => ({ session, text: wellFormed(text) });
