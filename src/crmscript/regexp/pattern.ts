import { parsePattern } from './parse-pattern.ts';

/** A pattern cannot be read; the message says why. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

export type CharTest = (code: number) => boolean;

/*
 * A pattern becomes a program of numbered instructions, as in a virtual machine: searching then needs no
 * host stack, however long the text.
 */
export type Instruction =
  | { readonly op: 'char'; readonly test: CharTest }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: 'start' | 'end' | 'word' | 'noWord' }
  | { readonly op: 'reference'; readonly group: number }
  | { readonly op: 'look'; readonly end: number; readonly negative: boolean }
  /** Forgets the captures of a group before another turn, and remembers where the turn began. */
  | { readonly op: 'mark'; readonly slot: number }
  /** Goes on only when the turn took something, so that empty turns end. */
  | { readonly op: 'progress'; readonly slot: number }
  | { readonly op: 'match' };

export type Compiled = {
  readonly program: readonly Instruction[];
  readonly slots: number;
  readonly groups: number;
  readonly ignoreCase: boolean;
};

export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'group'; readonly body: Node; readonly index: number }
  | { readonly kind: 'look'; readonly body: Node; readonly negative: boolean }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'word' | 'noWord' }
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

const largestProgram = 20_000;

export function compilePattern(pattern: string, ignoreCase: boolean): Compiled {
  const { root, groups } = parsePattern(pattern, ignoreCase);
  const program: Instruction[] = [];
  let slots = 2 * (groups + 1);
  const emit = (instruction: Instruction): number => {
    if (program.length >= largestProgram) throw new PatternError('The pattern is too large.');
    return program.push(instruction) - 1;
  };

  const repeat = (node: Extract<Node, { kind: 'repeat' }>): void => {
    for (let n = 0; n < node.least; n++) generate(node.body);
    if (node.most === Infinity) {
      const mark = slots++;
      const split = emit({ op: 'jump', to: 0 });
      emit({ op: 'mark', slot: mark });
      generate(node.body);
      emit({ op: 'progress', slot: mark });
      emit({ op: 'jump', to: split });
      program[split] = choose(split + 1, program.length, node.greedy);
      return;
    }
    const exits: number[] = [];
    for (let n = node.least; n < node.most; n++) {
      exits.push(emit({ op: 'jump', to: 0 }));
      generate(node.body);
    }
    for (const exit of exits) program[exit] = choose(exit + 1, program.length, node.greedy);
  };

  const choice = (parts: readonly Node[]): void => {
    const ends: number[] = [];
    parts.forEach((part, index) => {
      if (index === parts.length - 1) {
        generate(part);
        return;
      }
      const split = emit({ op: 'jump', to: 0 });
      generate(part);
      ends.push(emit({ op: 'jump', to: 0 }));
      program[split] = { op: 'split', first: split + 1, second: program.length };
    });
    for (const end of ends) program[end] = { op: 'jump', to: program.length };
  };

  const generate = (node: Node): void => {
    switch (node.kind) {
      case 'empty':
        return;
      case 'char':
        emit({ op: 'char', test: node.test });
        return;
      case 'sequence':
        node.parts.forEach(generate);
        return;
      case 'choice':
        choice(node.parts);
        return;
      case 'group':
        emit({ op: 'save', slot: 2 * node.index });
        generate(node.body);
        emit({ op: 'save', slot: 2 * node.index + 1 });
        return;
      case 'look': {
        const look = emit({ op: 'jump', to: 0 });
        generate(node.body);
        emit({ op: 'match' });
        program[look] = { op: 'look', end: program.length, negative: node.negative };
        return;
      }
      case 'reference':
        emit({ op: 'reference', group: node.group });
        return;
      case 'assert':
        emit({ op: 'assert', what: node.what });
        return;
      case 'repeat':
        repeat(node);
    }
  };

  generate({ kind: 'group', body: root, index: 0 });
  emit({ op: 'match' });
  return { program, slots, groups, ignoreCase };
}

const choose = (inside: number, after: number, greedy: boolean): Instruction =>
  greedy ? { op: 'split', first: inside, second: after } : { op: 'split', first: after, second: inside };
