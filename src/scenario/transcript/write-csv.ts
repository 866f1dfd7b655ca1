import { zonedTimeOf } from '../../engine/local-time.ts';
import type { Transcript, TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';
import { writeCsvRows } from '../csv.ts';

/** The columns, in their order (docs/transcripts.md). */
export const csvColumns = ['time', 'session', 'actor', 'role', 'type', 'text', 'status'] as const;

/**
 * A row a turn. Buttons stand in a row of type `options` below their message and a form in one of type `form`, both
 * as JSON; times are instants of ISO 8601 in the zone of the transcript.
 */
export const writeCsv = (transcript: Transcript): string =>
  writeCsvRows([
    csvColumns,
    ...transcript.sessions.flatMap((session) =>
      session.turns.flatMap((turn) => rowsOf(turn, session, transcript.timeZone)),
    ),
  ]);

function rowsOf(turn: Turn, { id }: TranscriptSession, zone: string): readonly (readonly string[])[] {
  const row = (type: string, text: string): readonly string[] => [
    zonedTimeOf(turn.at, zone),
    String(id),
    turn.actor,
    turn.role,
    type,
    text,
    turn.status === 0 ? '' : String(turn.status),
  ];
  const { kind, text, form, options } = turn;
  const rows = [row(kind, form === undefined ? text : JSON.stringify(form))];
  return options === undefined ? rows : [...rows, row('options', JSON.stringify(options))];
}
