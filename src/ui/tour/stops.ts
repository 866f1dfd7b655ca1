import type { RecordedEvent } from '../../engine/events.ts';
import type { View } from '../window-state.ts';

/** What the tour sees of the window since a stop began. */
export type TourProgress = {
  readonly events: readonly RecordedEvent[];
  /** The event that is selected, and which one was when the stop began; 0 is none. */
  readonly selected: number;
  readonly selectedBefore: number;
  readonly isPast: boolean;
  /** How many tests the workspace has more than when the stop began. */
  readonly newTests: number;
};

export type Stop = {
  readonly name: StopName;
  /** The pane that it speaks of, which is brought into sight. */
  readonly pane: View['pane'];
  /** What it speaks of, the first of these that is there. */
  readonly anchors: readonly string[];
  /** What takes the focus when somebody wants to be taken there. */
  readonly focus: string;
  /** Whether what it asks for was done. */
  readonly isDone: (seen: TourProgress) => boolean;
};

export type StopName = 'say' | 'why' | 'handOff' | 'answer' | 'rewind' | 'edit' | 'test';

const composer = '.customer-tile.selected .composer';
const anyComposer = '.customer-tile .composer';

/** The stops, in order: each is something to do, and the tour goes on when it was done. */
export const stops: readonly Stop[] = [
  {
    name: 'say',
    pane: 'customers',
    anchors: [composer, anyComposer, '.slot-customers'],
    focus: `${composer} textarea, ${anyComposer} textarea`,
    isDone: ({ events }) => events.some((event) => event.type === 'message.saved' && event.messageType === 2),
  },
  {
    name: 'why',
    pane: 'queue',
    anchors: ['.why .causes', '.slot-queue'],
    focus: '.why .causes button',
    isDone: ({ selected, selectedBefore }) => selected > 0 && selected !== selectedBefore,
  },
  {
    name: 'handOff',
    pane: 'customers',
    anchors: [composer, anyComposer, '.slot-customers'],
    focus: `${composer} textarea, ${anyComposer} textarea`,
    isDone: ({ events }) => events.some(({ type }) => type === 'session.botDeactivated'),
  },
  {
    name: 'answer',
    pane: 'agents',
    anchors: ['.agent-tile', '.slot-agents'],
    focus: '.agent-tile .agent-next button',
    isDone: ({ events }) =>
      events.some((event) => event.type === 'message.saved' && event.agent !== undefined),
  },
  {
    name: 'rewind',
    pane: 'timeline',
    anchors: ['.past-slider', '.slot-timeline'],
    focus: '.past-slider input, .past-slider [role="slider"]',
    isDone: ({ isPast }) => isPast,
  },
  {
    name: 'edit',
    pane: 'bots',
    anchors: ['.script-pane', '.slot-bots'],
    focus: '.script-pane .cm-content',
    isDone: ({ events }) => events.some(({ type }) => type === 'script.saved'),
  },
  {
    name: 'test',
    pane: 'customers',
    anchors: ['.top-bar .file-test', '.top-bar'],
    focus: '.top-bar .file-test',
    isDone: ({ newTests }) => newTests > 0,
  },
];
