import type { Description } from './describe.ts';

/** Something that can be written at a place. */
export type Completion = {
  readonly label: string;
  readonly kind:
    | 'variable'
    | 'parameter'
    | 'field'
    | 'method'
    | 'function'
    | 'type'
    | 'enum'
    | 'member'
    | 'keyword'
    | 'text'
    | 'value';
  /** Its type, or what it returns. */
  readonly detail?: string;
  /** The names of the types of which it gives a value. */
  readonly gives?: readonly string[];
  /** What else it is looked for by: of `16 BotMessage` the name. */
  readonly named?: string;
  /** What is written where that is not the label. */
  readonly insert?: string;
  /** So many characters before the place go with it: the point before `['a name']`. */
  readonly before?: number;
  /** As `insert`, with places to fill in: `for (${start}; …)`. */
  readonly template?: string;
  /** More is to be completed behind it. */
  readonly goesOn?: true;
  /** It is called: with arguments, or with none. */
  readonly call?: 'arguments' | 'empty';
  /** What there is to say about it, one for each overload. */
  readonly about?: readonly Description[];
  /**
   * How near it is: 0 what is declared here, larger for what is further away, 5 at most. Below 0 where it has the type that is
   * wanted there, and further below where it is known to stand there.
   */
  readonly distance: number;
};

/** What can be written instead of the text from `from` on. */
export type Completions = { readonly from: number; readonly items: readonly Completion[] };
