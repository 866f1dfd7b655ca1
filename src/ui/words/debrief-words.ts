import { countOf } from '../format.ts';
import type { Handed } from '../../course/debrief.ts';

/** How long, with its units: `48 s`, `1 min 20 s`, `2 h 5 min`. */
export function took(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min${seconds % 60 === 0 ? '' : ` ${String(seconds % 60)} s`}`;
  return `${String(Math.floor(minutes / 60))} h${minutes % 60 === 0 ? '' : ` ${String(minutes % 60)} min`}`;
}

const some = (n: number, one: string, many: string): string => `${countOf(n)} ${n === 1 ? one : many}`;

/** What is said when one talks over how an agent fared. */
export const debriefWords = {
  title: 'Debrief',
  agent: 'Agent',
  reading: 'Reading what happened…',
  nobody: 'There is no agent with this number in this workspace.',
  empty: (name: string) => `${name} has had no chats yet.`,
  emptyHint:
    'Take somebody from the queue on the stage, answer, and come back. Everything here follows from what happened.',
  toStage: 'To the stage',
  replay: 'Replay',
  replayHint: 'Shows the stage from the first chat on, at reading speed. Esc stops it.',
  print: 'Print…',
  goThere: (what: string) => `${what}: show this moment on the stage`,
  tiles: {
    chats: 'Chats',
    first: 'First answer, median',
    silence: 'Longest silence',
    missed: 'Warnings missed',
    transfers: 'Transfers',
    rating: 'Stars',
  },
  longest: (ms: number) => `longest ${took(ms)}`,
  missedOf: (missed: number, all: number) => `${countOf(missed)} of ${countOf(all)}`,
  missedHelp: 'Nobody was taken or answered within a minute of the warning.',
  noWarnings: 'none came',
  missedShort: 'not heeded within a minute',
  towards: 'until the answer',
  toWhom: (what: string, customer: string) => `${what}, ${customer}`,
  rated: (n: number) => (n === 0 ? 'nobody gave any' : `from ${some(n, 'customer', 'customers')}`),
  noValue: '–',
  handed: ({ accepted, rejected, cancelled }: Handed) =>
    accepted + rejected + cancelled === 0
      ? 'none'
      : [
          ...(accepted > 0 ? [`${countOf(accepted)} accepted`] : []),
          ...(rejected > 0 ? [`${countOf(rejected)} rejected`] : []),
          ...(cancelled > 0 ? [`${countOf(cancelled)} cancelled`] : []),
        ].join(', '),
  received: (text: string) => `offered: ${text}`,
  sent: (text: string) => `handed on: ${text}`,
  answers: 'How long customers waited for each answer',
  answered: 'answered after',
  load: 'How much there was to do',
  own: 'open chats',
  queue: 'in the queue',
  all: 'Chat by chat',
  columns: {
    customer: 'Customer',
    taken: 'Taken at',
    waited: 'Stood in the queue',
    first: 'First answer',
    silence: 'Longest silence',
    messages: 'Messages',
    rating: 'Stars',
  },
  missedTitle: 'Warnings missed',
  kinds: { newChat: 'stood in the queue', newMessage: 'waited for an answer' },
  warned: (customer: string, kind: string, after: number | null) =>
    `${customer} ${kind}; ${after === null ? 'nobody came' : `somebody came ${took(after)} after the warning`}`,
  notes: 'Notes',
  notesHelp:
    'Each is pinned to a moment: a bookmark of this workspace, in the timeline and in presentations too.',
  noNotes: 'No notes yet.',
  noteTo: 'Moment',
  note: 'Note',
  pin: 'Pin the note',
  unpin: (name: string) => `Take the note “${name}” away`,
  moments: {
    now: 'Now',
    first: (name: string) => `First answer to ${name}`,
    silence: (name: string) => `Longest silence towards ${name}`,
    taken: (name: string) => `${name} was taken`,
    missed: (name: string) => `Warning about ${name} was missed`,
  },
  rubric: 'Rubric',
  rubricHelp: 'Your own lines to tick, kept with this workspace.',
  line: 'New line',
  addLine: 'Add',
  removeLine: (line: string) => `Remove “${line}”`,
  examples: [
    'Greeted by name',
    'Asked before answering',
    'Said what happens next',
    'Stayed friendly under pressure',
    'Said goodbye',
  ],
  useExamples: 'Begin with five common ones',
  open: 'Debrief…',
  command: (name: string) => `Debrief of ${name}`,
  kind: 'workshop',
} as const;
