import type { Expression, Item, Variable } from '../../crmscript/bound-tree.ts';
import { goesToFirst, walkedBy } from './loops.ts';
import { planBuilder } from './plan-builder.ts';
import { planRequest } from './plan-request.ts';
import { planSearch } from './plan-search.ts';
import type { Porter } from './porter.ts';
import { hasWord } from './words-in.ts';
import type { Writer } from './writer.ts';

/** Writes what stands for an item; nothing where something else says the same. */
export type Planned = (w: Writer) => void;

/** A call of a method as a statement: its variable, its name, its arguments. */
export type MethodCall = {
  readonly item: Item;
  readonly variable: Variable;
  readonly name: string;
  readonly args: readonly Expression[];
};

export function methodCallOf(p: Porter, item: Item | undefined): MethodCall | undefined {
  if (item?.kind !== 'expression' || item.expression.kind !== 'methodCall') return undefined;
  const { object, name, args } = item.expression;
  const variable = p.variableIn(object);
  return variable && { item, variable, name: name.text, args };
}

/** What of a block comes before the first item that does something else with a variable than tell it more. */
export type SetupCalls = {
  /** The calls by which it is told, and what else stands between them. */
  readonly calls: readonly MethodCall[];
  readonly between: readonly Item[];
  /** The item that asks, and it with all behind it. */
  readonly asking: Item;
  readonly later: readonly Item[];
};

/** As `SetupCalls`, for methods of these names; undefined where nothing else is ever done with the variable. */
export function toldBefore(
  p: Porter,
  rest: readonly Item[],
  variable: Variable,
  name: string,
  telling: RegExp,
): SetupCalls | undefined {
  const ofVariable = (item: Item): MethodCall | undefined => {
    const call = methodCallOf(p, item);
    return call?.variable === variable ? call : undefined;
  };
  const at = rest.findIndex((item) => mentions(p, item, name) && !telling.test(ofVariable(item)?.name ?? ''));
  const asking = rest[at];
  if (asking === undefined) return undefined;
  const before = rest.slice(0, at);
  const calls = before.flatMap((item) => ofVariable(item) ?? []);
  const between = before.filter((item) => !calls.some((call) => call.item === item));
  return { calls, between, asking, later: rest.slice(at) };
}

export const mentions = (p: Porter, item: Item, name: string): boolean => hasWord(p.textOf(item.span), name);

/**
 * What several items of a block are together, where that has a shorter form in TypeScript: a builder that is filled step
 * by step is an object, a request that is put together is one call of fetch, the way to the first pair of a Map is none.
 */
export class Plan {
  readonly #planned = new Map<Item, Planned>();

  constructor(p: Porter, items: readonly Item[]) {
    items.forEach((item, index) => {
      if (item.kind === 'variable' && item.value === undefined) {
        const variable = p.tree.variableOf(item.name);
        const rest = items.slice(index + 1);
        if (variable?.type.name === 'JSONBuilder') planBuilder(p, this.#planned, item, variable, rest);
        if (variable?.type.name === 'SearchEngine') planSearch(p, this.#planned, item, variable, rest);
        if (variable?.type.name === 'HTTP') planRequest(p, this.#planned, item, variable, rest);
      }
      const next = items[index + 1];
      if (item.kind !== 'expression' || next?.kind !== 'while') return;
      const map = goesToFirst(p, item.expression);
      if (map !== undefined && walkedBy(p, next) === map) this.#planned.set(item, () => undefined);
    });
  }

  /** Writes an item that belongs to a plan; false for any other. */
  write(item: Item, w: Writer): boolean {
    const planned = this.#planned.get(item);
    if (planned === undefined) return false;
    w.upTo(item.span.end);
    planned(w);
    return true;
  }
}
