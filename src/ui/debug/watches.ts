import { signal, type ReadonlySignal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

/** The expressions that are watched in a workspace: kept in this browser, and nowhere else. */
export type Watches = {
  readonly expressions: ReadonlySignal<readonly string[]>;
  /** One that is watched already stays where it is. */
  readonly add: (expression: string) => void;
  readonly remove: (expression: string) => void;
};

/** So many are kept: each is evaluated wherever one stands. */
const most = 50;

const keyOf = (workspace: string): string => `rehearsal.watches.${workspace}`;

function kept(keeper: Keeper | null, workspace: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(keeper?.getItem(keyOf(workspace)) ?? '[]');
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function createWatches(keeper: Keeper | null, workspace: string): Watches {
  const expressions = signal(kept(keeper, workspace));
  const change = (next: readonly string[]): void => {
    expressions.value = next;
    try {
      keeper?.setItem(keyOf(workspace), JSON.stringify(next));
    } catch {
      // They hold until the page is closed.
    }
  };
  return {
    expressions,
    add(expression) {
      const wanted = expression.trim();
      const known = expressions.peek();
      if (wanted !== '' && !known.includes(wanted)) change([...known, wanted].slice(-most));
    },
    remove(expression) {
      change(expressions.peek().filter((one) => one !== expression));
    },
  };
}
