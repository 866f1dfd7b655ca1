/*
 * What a setting can be. Tables of settings are trees whose leaves are made here. All else is read off the leaves: defaults, the
 * schema of files, rows and carriers that scripts see, forms, checks and documentation. So no setting is written down twice.
 */

/** Where the product keeps a setting of a channel (chat-domain §1.1). */
export type ProductField = {
  /** The column of `chat_topic`. */
  readonly column?: string;
  /** The bit of `chat_topic.flags` that it is, instead of a column of its own. */
  readonly flag?: number;
  /** The column holds a key of a row that a world does not have: scripts find nothing there. */
  readonly isKey?: true;
  /** Its field in the carrier of NSChatAgent, with the carrier's part before a dot: `Widget.Color`. */
  readonly carrier?: string;
  /** The setting beside it that has to be on for this one to mean something. */
  readonly needs?: string;
};

export type Setting<T = unknown> = ProductField & {
  readonly kind: 'text' | 'switch' | 'number' | 'colour' | 'choice' | 'some' | 'time' | 'zone' | 'faqFolder';
  /** What it is where nobody says anything. */
  readonly standard: T;
  /** Of a text: the most characters the product takes. Of a number: the highest. */
  readonly max?: number;
  /** Of a text: it may have several lines. */
  readonly hasLines?: true;
  /** Of a text: it names one of these, or offers them. */
  readonly names?: 'language' | 'font' | 'fontSize' | 'botFolder';
  /** What a choice is one of, and what some are some of, in the order of the product's numbers or bits. */
  readonly options?: readonly string[];
  /** What a number counts. */
  readonly counts?: 'minutes' | 'customers';
};

/** A tree of settings; each branch is a group, and those at the root are the tabs of the product's screen. */
export type Settings = { readonly [name: string]: Setting | Settings };

/** The values that a tree of settings describes. */
export type ValuesOf<S> = S extends Setting<infer T> ? T : { readonly [K in keyof S]: ValuesOf<S[K]> };

export const text = (
  max: number,
  standard: string,
  place: ProductField & Pick<Setting, 'names'>,
): Setting<string> => ({
  kind: 'text',
  standard,
  max,
  ...place,
});

export const lines = (max: number, place: ProductField): Setting<string> => ({
  kind: 'text',
  standard: '',
  max,
  hasLines: true,
  ...place,
});

export const toggle = (standard: boolean, place: ProductField): Setting<boolean> => ({
  kind: 'switch',
  standard,
  ...place,
});

/** A whole number from 0, which is off. */
export const number = (
  counts: 'minutes' | 'customers',
  max: number,
  standard: number,
  place: ProductField,
): Setting<number> => ({ kind: 'number', standard, max, counts, ...place });

/** `#rgb` or `#rrggbb`; empty is a colour that follows from the others. */
export const colour = (standard: string, place: ProductField): Setting<string> => ({
  kind: 'colour',
  standard,
  ...place,
});

export const choice = <const T extends string>(
  options: readonly [T, ...T[]],
  place: ProductField,
): Setting<T> => ({
  kind: 'choice',
  standard: options[0],
  options,
  ...place,
});

export const some = <const T extends string>(
  options: readonly T[],
  standard: readonly NoInfer<T>[],
  place: ProductField,
): Setting<readonly T[]> => ({ kind: 'some', standard, options, ...place });

/** A time of the day, `08:00`. */
export const time = (standard: string, place: ProductField): Setting<string> => ({
  kind: 'time',
  standard,
  ...place,
});

/** A zone of IANA's list. */
export const zone = (place: ProductField): Setting<string> => ({ kind: 'zone', standard: 'UTC', ...place });

/** The number of an FAQ folder; 0 is the whole tree. */
export const faqFolder = (place: ProductField): Setting<number> => ({
  kind: 'faqFolder',
  standard: 0,
  ...place,
});

/** Whether a branch of a tree of settings is a leaf. No group has a setting named `kind`. */
export const isSetting = (branch: Setting | Settings): branch is Setting => typeof branch.kind === 'string';

/** A setting and where it stands in the tree: `layout.queueText.text`. */
export type Leaf = { readonly path: string; readonly setting: Setting };

/** All settings of a tree, in its order. */
export function leavesOf(tree: Settings, before = ''): readonly Leaf[] {
  return Object.entries(tree).flatMap(([name, branch]) =>
    isSetting(branch)
      ? [{ path: `${before}${name}`, setting: branch }]
      : leavesOf(branch, `${before}${name}.`),
  );
}

/** The tree with `value` of each leaf in its place. */
export function eachSetting(tree: Settings, value: (setting: Setting) => unknown): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([name, branch]) => [
      name,
      isSetting(branch) ? value(branch) : eachSetting(branch, value),
    ]),
  );
}

/** The values of all settings where nobody says anything. */
export const standardsOf = <const S extends Settings>(tree: S): ValuesOf<S> =>
  eachSetting(tree, ({ standard }) => standard) as ValuesOf<S>;

type Tree = Readonly<Record<string, unknown>>;

/** The value at a path of a tree of values. */
export const valueAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce((value, name) => (value as Tree)[name], tree);

/** The tree with another value at a path; its other parts are shared. */
export function withValueAt<T>(tree: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.');
  const held = rest.length === 0 ? value : withValueAt((tree as Tree)[name], rest.join('.'), value);
  return { ...(tree as Tree), [name]: held } as T;
}

/** A value as the product keeps it: a choice as its number, some of a list as a bit for each that is there. */
export function keptValue({ kind, options = [] }: Setting, value: unknown): unknown {
  if (kind === 'choice') return options.indexOf(value as string);
  if (kind !== 'some') return value;
  return options.reduce((mask, name, bit) => mask | ((value as string[]).includes(name) ? 1 << bit : 0), 0);
}
