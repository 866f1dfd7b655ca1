import { VectorValue } from '../library/collections/vector.ts';
import type { Provenance } from '../run/provenance.ts';
import type { Recorder } from '../run/recorder.ts';

/* What methods of arrays and Vectors leave at which place, so that it is known of each element who put it there. */

/** What lists have of one; null for other objects. */
export const itemsOf = (object: object): readonly unknown[] | null => {
  if (Array.isArray(object)) return object as unknown[];
  return object instanceof VectorValue ? object.items : null;
};

type Moved = (
  held: (Provenance | undefined)[],
  put: (at: number) => void,
  length: number,
  at: number,
) => void;

/** What each does with the places of a list that has `length` elements afterwards. */
const moves: Readonly<Record<string, Moved>> = {
  pushBack: (_held, put, length) => {
    put(length - 1);
  },
  pushFront: (held, put, length) => {
    held.length = length - 1;
    held.unshift(undefined);
    put(0);
  },
  insert: (held, put, length, at) => {
    held.length = length - 1;
    held.splice(at, 0, undefined);
    put(at);
  },
  set: (_held, put, _length, at) => {
    put(at);
  },
  removeAt: (held, _put, _length, at) => {
    held.splice(at, 1);
  },
  popFront: (held) => {
    held.shift();
  },
  popBack: (held, _put, length) => {
    held.length = Math.min(held.length, length);
  },
  sort: (held, _put, length) => {
    held.length = length;
  },
};

/**
 * Follows a method that changed a list, and says how that came to be which it took out; false where it is not known what became of
 * the elements.
 */
export function followList(
  recorder: Recorder,
  list: object,
  name: string,
  args: readonly unknown[],
  given: Provenance | undefined,
): Provenance | boolean {
  const items = itemsOf(list);
  const move = moves[name];
  if (items === null || move === undefined) return false;
  const held = recorder.heldIn(list);
  const out = name === 'popFront' ? held[0] : name === 'popBack' ? held[items.length] : undefined;
  const put = (at: number): void => {
    recorder.write(list, at, undefined, items[at], given === undefined ? [] : [given]);
  };
  move(held, put, items.length, typeof args[0] === 'number' ? args[0] : 0);
  if (name === 'sort') sorted(held, items);
  return out ?? true;
}

/** What was sorted is found again by its value: of equal ones, which are not told apart, in their order. */
function sorted(held: (Provenance | undefined)[], items: readonly unknown[]): void {
  const known = new Map<unknown, Provenance[]>();
  for (const made of held)
    if (made !== undefined) known.set(made.value, [...(known.get(made.value) ?? []), made]);
  items.forEach((value, at) => (held[at] = known.get(value)?.shift()));
}

/** How that came to be what a method read out of a list; undefined where it gives no element of it. */
export function readList(
  recorder: Recorder,
  list: object,
  name: string,
  args: readonly unknown[],
  value: unknown,
  owner: Provenance | undefined,
): Provenance | undefined {
  const items = itemsOf(list);
  if (items === null) return undefined;
  const at = placeRead(name, args, items.length);
  return at === undefined ? undefined : recorder.read(list, at, value, undefined, owner);
}

function placeRead(name: string, args: readonly unknown[], length: number): number | undefined {
  if (name === 'get' && typeof args[0] === 'number') return args[0];
  if (name === 'first') return 0;
  return name === 'last' ? length - 1 : undefined;
}

/** So many elements are named where a method reads all. */
const mostElements = 100;

/** How the elements of a list came to be. */
export const elementsOf = (recorder: Recorder, list: object): readonly Provenance[] =>
  itemsOf(list) === null
    ? []
    : recorder
        .heldIn(list)
        .slice(0, mostElements)
        .filter((made) => made !== undefined);
