import type { Page, ShownVariable } from './step-observer.ts';

/**
 * Numbers for what a debugger shows and can unfold: one for each object, so that two names of one object are seen to be that.
 * The parts are made when they are asked for.
 */
export class References {
  readonly #numbers = new Map<object, number>();
  readonly #parts: ((page: Page) => readonly ShownVariable[])[] = [];

  /** The number of an object; `parts` gives those from `start` on, `count` of them. */
  of(object: object, parts: (page: Page) => readonly ShownVariable[]): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const number = this.#parts.push(parts);
    this.#numbers.set(object, number);
    return number;
  }

  unfold(number: number, page: Page = {}): readonly ShownVariable[] {
    return this.#parts[number - 1]?.(page) ?? [];
  }
}
