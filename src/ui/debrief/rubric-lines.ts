import { computed, type ReadonlySignal } from '@preact/signals';
import type { Store } from '../store/store.ts';

/** A line of a trainer to tick. */
export type RubricLine = { readonly text: string; readonly ticked: boolean };

export const mostLines = 30;
export const longestLine = 200;

type Keeps = Pick<Store, 'draft' | 'keepDraft'>;

/** The trainer's lines about an agent: kept with the workspace, as what is unsent is. */
export function rubricOf({ draft, keepDraft }: Keeps, agent: number) {
  const place = `debrief.rubric.${String(agent)}`;
  const lines: ReadonlySignal<readonly RubricLine[]> = computed(() => readRubric(draft(place)));
  const write = (now: readonly RubricLine[]) => {
    keepDraft(place, now.length === 0 ? '' : JSON.stringify(now));
  };
  return {
    lines,
    /** Adds lines that are not there yet. */
    add: (...texts: readonly string[]) => {
      const now = lines.peek();
      const fresh = [...new Set(texts.map((text) => text.trim().slice(0, longestLine)))].filter(
        (text) => text !== '' && !now.some((line) => line.text === text),
      );
      write([...now, ...fresh.map((text) => ({ text, ticked: false }))].slice(0, mostLines));
    },
    tick: (text: string, ticked: boolean) => {
      write(lines.peek().map((line) => (line.text === text ? { text, ticked } : line)));
    },
    remove: (text: string) => {
      write(lines.peek().filter((line) => line.text !== text));
    },
  };
}

/** What lies on disk may be of another build: what is not understood is nothing. */
export function readRubric(text: string): readonly RubricLine[] {
  try {
    const found: unknown = text === '' ? [] : JSON.parse(text);
    return Array.isArray(found) ? found.filter(isLine).slice(0, mostLines) : [];
  } catch {
    return [];
  }
}

const isLine = (one: unknown): one is RubricLine =>
  typeof one === 'object' &&
  one !== null &&
  'text' in one &&
  typeof one.text === 'string' &&
  'ticked' in one &&
  typeof one.ticked === 'boolean';
