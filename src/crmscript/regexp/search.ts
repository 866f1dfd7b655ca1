import type { MatchResult } from '../regexp.ts';
import { isWord } from './char-class.ts';
import { fold } from './parse-pattern.ts';
import type { Compiled, Instruction } from './pattern.ts';

const reportEvery = 1024;

/** What to undo, or where to go on, when a way turns out to be wrong. */
type Retreat =
  { readonly slot: number; readonly value: number } | { readonly pc: number; readonly at: number };

/** One search through one text. Ways to come back to are kept in a list, not on the host's stack. */
export class Search {
  readonly #compiled: Compiled;
  readonly #text: string;
  readonly #spend: (steps: number) => void;
  readonly #slots: number[];
  #steps = 0;

  constructor(compiled: Compiled, text: string, spend: (steps: number) => void) {
    this.#compiled = compiled;
    this.#text = text;
    this.#spend = spend;
    this.#slots = new Array<number>(compiled.slots).fill(-1);
  }

  find(from: number): MatchResult | undefined {
    for (let start = from; start <= this.#text.length; start++) {
      this.#slots.fill(-1);
      if (this.#run(0, start, [])) {
        this.#spend(this.#steps);
        return { index: start, groups: this.#groups() };
      }
    }
    this.#spend(this.#steps);
    return undefined;
  }

  #groups(): (string | undefined)[] {
    return Array.from({ length: this.#compiled.groups + 1 }, (_, group) => this.#group(group));
  }

  #group(group: number): string | undefined {
    const start = this.#slots[2 * group] ?? -1;
    const end = this.#slots[2 * group + 1] ?? -1;
    return start < 0 || end < 0 ? undefined : this.#text.slice(start, end);
  }

  #count(): void {
    this.#steps += 1;
    if (this.#steps < reportEvery) return;
    this.#steps = 0;
    this.#spend(reportEvery);
  }

  #set(slot: number, value: number, retreats: Retreat[]): void {
    retreats.push({ slot, value: this.#slots[slot] ?? -1 });
    this.#slots[slot] = value;
  }

  /** True when the program from `pc` matches at `at`; the slots then hold the captures. */
  #run(pc: number, at: number, retreats: Retreat[]): boolean {
    let next: { pc: number; at: number } | undefined = { pc, at };
    while (next !== undefined) {
      this.#count();
      const instruction: Instruction | undefined = this.#compiled.program[next.pc];
      if (instruction === undefined || instruction.op === 'match') return true;
      next = this.#step(instruction, next.pc, next.at, retreats) ?? this.#retreat(retreats);
    }
    return false;
  }

  #retreat(retreats: Retreat[]): { pc: number; at: number } | undefined {
    for (let last = retreats.pop(); last !== undefined; last = retreats.pop()) {
      if ('pc' in last) return last;
      this.#slots[last.slot] = last.value;
    }
    return undefined;
  }

  #step(
    instruction: Exclude<Instruction, { op: 'match' }>,
    pc: number,
    at: number,
    retreats: Retreat[],
  ): { pc: number; at: number } | undefined {
    switch (instruction.op) {
      case 'char':
        return at < this.#text.length && instruction.test(this.#text.charCodeAt(at))
          ? { pc: pc + 1, at: at + 1 }
          : undefined;
      case 'split':
        retreats.push({ pc: instruction.second, at });
        return { pc: instruction.first, at };
      case 'jump':
        return { pc: instruction.to, at };
      case 'save':
      case 'mark':
        this.#set(instruction.slot, at, retreats);
        return { pc: pc + 1, at };
      case 'progress':
        return this.#slots[instruction.slot] === at ? undefined : { pc: pc + 1, at };
      case 'assert':
        return this.#holds(instruction.what, at) ? { pc: pc + 1, at } : undefined;
      case 'reference':
        return this.#refer(instruction.group, pc, at);
      case 'look':
        return this.#look(instruction, pc, at, retreats);
    }
  }

  #holds(what: 'start' | 'end' | 'word' | 'noWord', at: number): boolean {
    if (what === 'start') return at === 0;
    if (what === 'end') return at === this.#text.length;
    const before = at > 0 && isWord(this.#text.charCodeAt(at - 1));
    const after = at < this.#text.length && isWord(this.#text.charCodeAt(at));
    return (before !== after) === (what === 'word');
  }

  #refer(group: number, pc: number, at: number): { pc: number; at: number } | undefined {
    const text = this.#group(group) ?? '';
    for (let index = 0; index < text.length; index++) {
      this.#count();
      const wanted = text.charCodeAt(index);
      const found = this.#text.charCodeAt(at + index);
      if (wanted !== found && !(this.#compiled.ignoreCase && fold(wanted) === fold(found))) return undefined;
    }
    return { pc: pc + 1, at: at + text.length };
  }

  #look(
    { end, negative }: Extract<Instruction, { op: 'look' }>,
    pc: number,
    at: number,
    retreats: Retreat[],
  ): { pc: number; at: number } | undefined {
    const before = this.#slots.slice();
    const found = this.#run(pc + 1, at, []);
    if (found === negative) {
      before.forEach((value, slot) => (this.#slots[slot] = value));
      return undefined;
    }
    if (negative) before.forEach((value, slot) => (this.#slots[slot] = value));
    else before.forEach((value, slot) => retreats.push({ slot, value }));
    return { pc: end, at };
  }
}
