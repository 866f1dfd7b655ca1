import type { MatchResult } from './match-result.ts';
import { isWord } from './char-class.ts';
import { fold } from './parse-pattern.ts';
import type { Compiled, Instruction } from './pattern.ts';

const reportEvery = 1024;

/**
 * Ways to come back to when one turns out to be wrong, in pairs of numbers and not on the host's stack: an
 * instruction and a position, or the complement of a slot and what to put back there.
 */
class Retreats {
  #pairs = new Int32Array(256);
  length = 0;

  push(first: number, second: number): void {
    if (this.length === this.#pairs.length) {
      const larger = new Int32Array(2 * this.#pairs.length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.length] = first;
    this.#pairs[this.length + 1] = second;
    this.length += 2;
  }

  /** The last pair; `second` has its other half. */
  pop(): number {
    this.length -= 2;
    return this.#pairs[this.length] ?? 0;
  }

  get second(): number {
    return this.#pairs[this.length + 1] ?? 0;
  }
}

const failed = -1;

/** One search through one text. */
export class Search {
  readonly #compiled: Compiled;
  readonly #text: string;
  readonly #spend: (steps: number) => void;
  readonly #slots: number[];
  readonly #retreats = new Retreats();
  /** The position after the instruction that ran last. */
  #at = 0;
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
      this.#retreats.length = 0;
      if (this.#run(0, start)) {
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

  /** True when the program from `pc` matches at `at`; the slots then hold the captures. */
  #run(pc: number, at: number): boolean {
    const { program } = this.#compiled;
    const bottom = this.#retreats.length;
    let next = pc;
    this.#at = at;
    for (;;) {
      this.#count();
      const instruction = program[next];
      if (instruction === undefined || instruction.op === 'match') return true;
      next = this.#step(instruction, next, this.#at);
      if (next === failed) next = this.#retreat(bottom);
      if (next === failed) return false;
    }
  }

  #retreat(bottom: number): number {
    const retreats = this.#retreats;
    while (retreats.length > bottom) {
      const first = retreats.pop();
      if (first >= 0) {
        this.#at = retreats.second;
        return first;
      }
      this.#slots[~first] = retreats.second;
    }
    return failed;
  }

  /** The instruction to go on with, at `#at`; or `failed`. */
  #step(instruction: Exclude<Instruction, { op: 'match' }>, pc: number, at: number): number {
    switch (instruction.op) {
      case 'char':
        if (at >= this.#text.length || !instruction.test(this.#text.charCodeAt(at))) return failed;
        this.#at = at + 1;
        return pc + 1;
      case 'split':
        this.#retreats.push(instruction.second, at);
        return instruction.first;
      case 'jump':
        return instruction.to;
      case 'save':
      case 'mark':
        this.#retreats.push(~instruction.slot, this.#slots[instruction.slot] ?? -1);
        this.#slots[instruction.slot] = at;
        return pc + 1;
      case 'progress':
        return this.#slots[instruction.slot] === at ? failed : pc + 1;
      case 'assert':
        return this.#holds(instruction.what, at) ? pc + 1 : failed;
      case 'reference':
        return this.#refer(instruction.group, pc, at);
      case 'look':
        return this.#look(instruction, pc, at);
    }
  }

  #holds(what: 'start' | 'end' | 'word' | 'noWord', at: number): boolean {
    if (what === 'start') return at === 0;
    if (what === 'end') return at === this.#text.length;
    const before = at > 0 && isWord(this.#text.charCodeAt(at - 1));
    const after = at < this.#text.length && isWord(this.#text.charCodeAt(at));
    return (before !== after) === (what === 'word');
  }

  #refer(group: number, pc: number, at: number): number {
    const start = this.#slots[2 * group] ?? -1;
    const end = this.#slots[2 * group + 1] ?? -1;
    const length = start < 0 || end < 0 ? 0 : end - start;
    for (let index = 0; index < length; index++) {
      this.#count();
      const wanted = this.#text.charCodeAt(start + index);
      const found = this.#text.charCodeAt(at + index);
      if (wanted !== found && !(this.#compiled.ignoreCase && fold(wanted) === fold(found))) return failed;
    }
    this.#at = at + length;
    return pc + 1;
  }

  #look({ end, negative }: Extract<Instruction, { op: 'look' }>, pc: number, at: number): number {
    const before = this.#slots.slice();
    const bottom = this.#retreats.length;
    const found = this.#run(pc + 1, at);
    this.#retreats.length = bottom;
    this.#at = at;
    if (negative || !found) before.forEach((value, slot) => (this.#slots[slot] = value));
    if (found === negative) return failed;
    if (!negative) for (const [slot, value] of before.entries()) this.#retreats.push(~slot, value);
    return end;
  }
}
