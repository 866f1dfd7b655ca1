import type { Site } from '../analysis/tree.ts';
import type { Count } from './limits.ts';

/** What the calls in a program are called by. */
const names = new WeakMap<Site, string>();

export const nameCall = (site: Site, name: string): void => {
  names.set(site, name);
};

const shown = (amount: number): string => Math.round(amount).toLocaleString('en-US');

type Costly = { readonly name: string; readonly line: number; readonly amount: number };

/** What a run has paid beside its statements, by place, so that a spent budget can say what spent it. */
export class Spent {
  readonly #bySite = new Map<Site, number>();

  add(site: Site, amount: number): void {
    this.#bySite.set(site, (this.#bySite.get(site) ?? 0) + amount);
  }

  #costliest(): Costly {
    let most: Costly = { name: '', line: 0, amount: 0 };
    for (const [site, amount] of this.#bySite) {
      if (amount > most.amount) most = { name: names.get(site) ?? '', line: site.span.line, amount };
    }
    return most;
  }

  /** Why the budget is spent, in words that name what spent most of it. */
  why(budget: number, before: Count, now: Count): string {
    const statements = now.statements - before.statements;
    const { name, line, amount } = this.#costliest();
    if (before.price > Math.max(statements, amount)) {
      return `Scripts that ran before this one, or around it, in the same step have used ${shown(before.price)} of the ${shown(budget)} that a step may cost. Nothing is left for this one.`;
    }
    if (statements >= amount) {
      return `The script ran ${shown(statements)} statements without coming to an end. It looks like an endless loop.`;
    }
    const part = `${shown(amount)} of the ${shown(budget)} that a step may cost`;
    if (name === 'regexp') {
      return `The regular expression in line ${String(line)} is too costly: looking for it has used ${part}. Where a repeated part can be divided in many ways, as in (a+)+, each of them is tried.`;
    }
    const what = name === '' ? 'Making and comparing values' : `Calling ${name}()`;
    return `${what} in line ${String(line)} has used ${part}. It was done too often, or with too long values.`;
  }
}
