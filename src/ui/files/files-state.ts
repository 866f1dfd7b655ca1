import { batch, signal, type Signal } from '@preact/signals';
import type { Source } from '../../protocol/files-api.ts';
import { createSavedMarks, type SavedMarks } from './saved-marks.ts';
import type { Keeper } from '../window-state.ts';

/** The dialogs in which something leaves the page, or comes in. */
export type FilesState = {
  /** Which of those for leaving is open. */
  readonly shows: Signal<
    | 'nothing'
    | 'save'
    | 'share'
    | 'transcript'
    | 'port'
    | 'runAgain'
    | 'saveTest'
    | 'explore'
    | 'crowd'
    | 'result'
    | 'scriptFolder'
  >;
  /** Whose transcript is wanted; 0 for all sessions. */
  readonly session: Signal<number>;
  /** What somebody wants to open, one after the other; the first is looked at. */
  readonly coming: Signal<readonly Source[]>;
  /** What came of saving, for a moment; `bad` stays until it is put away. */
  readonly said: Signal<{ readonly text: string; readonly bad: boolean } | null>;
  readonly marks: SavedMarks;
  /** Puts what somebody wants to open behind what is being looked at. */
  readonly bring: (sources: readonly Source[]) => void;
};

export function createFilesState(keeper: Keeper | null): FilesState {
  const shows: FilesState['shows'] = signal('nothing');
  const coming: FilesState['coming'] = signal([]);
  return {
    shows,
    session: signal(0),
    coming,
    said: signal(null),
    marks: createSavedMarks(keeper),
    bring: (sources) => {
      if (sources.length === 0) return;
      batch(() => {
        shows.value = 'nothing';
        coming.value = [...coming.value, ...sources];
      });
    },
  };
}

type Address = {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'replaceState'>;
};

/**
 * The link to a rehearsal that stands in the address, taken out of it: a reload does not open it again, and it lies in no
 * history (reliability I21). `then` is the address that takes its place.
 */
export function takeLink({ location, history }: Address, then: string): Source | null {
  const { hash } = location;
  if (!hash.startsWith('#s=')) return null;
  history.replaceState(null, '', then === '' ? ' ' : then);
  return { kind: 'link', text: hash };
}
