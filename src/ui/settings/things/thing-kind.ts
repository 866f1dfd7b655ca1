import type { ComponentType } from 'preact';
import type { NumberedKind } from '../../../engine/free-id.ts';
import type { NamedKind } from '../../../engine/dangling-references.ts';
import type { Settings } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import type { FieldProblem } from '../../form/field-problem.ts';
import type { Undoable } from '../../undo/undoing.ts';
import type { SectionName } from '../kinds.ts';

/** What the fields of a thing are drawn with. */
export type BodyProps<V> = {
  readonly value: V;
  /** 0 is one that is not there yet. */
  readonly id: number;
  readonly set: (path: string, value: unknown) => void;
};

/**
 * A kind of thing that people make, change and delete in Settings, as its list and its form need to know it. `V` is a thing as
 * it stands in the form: what is typed as text is text there.
 */
export type ThingKind<T extends { readonly id: number }, V extends object> = {
  readonly section: SectionName;
  /** What stands in the address before its number, such as `folder`; empty for what the section lists. */
  readonly under: string;
  readonly numbered: NumberedKind;
  /** How others name it; left out where nothing can. */
  readonly named?: NamedKind;
  readonly all: (world: World) => readonly T[];
  readonly settings: Settings;
  readonly fields: unknown;
  readonly words: ThingWords;
  /** A new one as its form begins; `within` is what stands behind `new` in the address. */
  readonly fresh: (world: World, within: string) => V;
  readonly valueOf: (thing: T, world: World) => V;
  /** What keeps it from being saved as it stands in the form; asked of every thing of a list. */
  readonly problems: (value: V, id: number, world: World) => readonly FieldProblem[];
  /** What can be saved and does not do what one would think; asked of what is open only, as it may look at all the others. */
  readonly warnings?: (value: V, id: number, world: World) => readonly FieldProblem[];
  /** What saves it under this number. */
  readonly saving: (value: V, id: number, world: World) => readonly Undoable[];
  readonly deleting: (id: number) => Undoable;
  readonly nameOf: (value: V, world: World) => string;
  readonly Body: ComponentType<BodyProps<V>>;
  /** Beside its number, such as a switch that acts at once. */
  readonly Beside?: ComponentType<{ readonly id: number }>;
};

export type ThingWords = {
  /** “Agent”. */
  readonly one: string;
  /** “This agent”, as a sentence begins. */
  readonly what: string;
  readonly new: string;
  readonly number: (id: number) => string;
  readonly gone: (id: string) => string;
  readonly none: string;
  readonly add: string;
  readonly addHint: string;
  readonly changed: (name: string) => string;
  readonly made: (name: string) => string;
  readonly deleted: (name: string) => string;
};

/** The address of a thing within its section; `new` is one that is not there yet. */
export const keyOf = ({ under }: Pick<ThingKind<never, never>, 'under'>, id: number | string): string =>
  under === '' ? String(id) : `${under}/${String(id)}`;

/** The key under which what is typed into the form of a thing is kept until it is saved. */
export const thingDraftKey = (
  { numbered }: Pick<ThingKind<never, never>, 'numbered'>,
  id: number | 'new',
): string => `${numbered}:${String(id)}`;

/** What stands between a thing as it is stored and being saved again: whatever it names is gone, or a value is none any more. */
export function faultOf<T extends { readonly id: number }, V extends object>(
  kind: ThingKind<T, V>,
  thing: T,
  world: World,
): string {
  return kind.problems(kind.valueOf(thing, world), thing.id, world)[0]?.text ?? '';
}
