import type { Span } from '../../crmscript/diagnostic.ts';

/*
 * What a script does about the chat, in the order and nesting in which it stands there, whatever its language. Hints are
 * found in this alone, so each is written once.
 */

type Kind<Name extends string, Fields = unknown> = { readonly kind: Name } & Fields;

/**
 * Where something is done, and the whole statement that does nothing else. That is undefined where it is part of another, or the
 * one statement that an `if` has without braces: nothing can be put beside it there.
 */
export type Placed = { readonly at: Span; readonly statement: Span | undefined };

export type FlowAct =
  /** Writes to the customer. */
  | Kind<'posts', Placed>
  /** Hands over to people (`resetChat`). */
  | Kind<'handsOver', Placed>
  /** Sets the status to 7. `session` is the text that says of which one, where a call names it. */
  | Kind<'ends', Placed & { readonly session: string | undefined }>
  /** Goes no further: return, throw, or the end of the script. */
  | Kind<'leaves'>
  /** One of several ways, or none; `asksStatus` where the condition speaks of the status of the chat. */
  | Kind<'either', { readonly asksStatus: boolean; readonly ways: readonly Flow[] }>
  /** Calls a function of the script. */
  | Kind<'calls', Placed & { readonly routine: string }>;

export type Flow = readonly FlowAct[];

/** A text that is written down in the script. */
export type WrittenText = {
  readonly text: string;
  readonly at: Span;
  /** What it is given to: the parameters of a message, the address of a call, or anything else. */
  readonly as: 'params' | 'address' | 'text';
};

/** All of a script with what it includes. */
export type ScriptFlow = {
  readonly main: Flow;
  /** What the functions of the script do, by their names; those of one name are ways of one. */
  readonly routines: ReadonlyMap<string, Flow>;
  readonly texts: readonly WrittenText[];
  /** A condition in the script's language, such as `>= 4`, on the status; undefined where nothing at hand tells the status. */
  readonly asksFor: (comparison: string) => string | undefined;
  /** A statement that says something to the customer of a session; undefined where it cannot be written for sure. */
  readonly says: (session: string, text: string) => string | undefined;
};

/** Comments, and the texts in quotes that may look like some. */
const commentOrText =
  /(\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$))|"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|`(?:\\[^]|[^`\\])*(?:`|$)/g;

/** A text of either language without its comments. */
export const withoutComments = (text: string): string =>
  /\/[/*]/.test(text)
    ? text.replace(commentOrText, (piece: string, comment?: string) => (comment === undefined ? piece : ' '))
    : text;

/** Whether a text speaks of the status of a chat or of whether its bot is active: a condition that does is a guard. */
export const speaksOfStatus = (text: string): boolean =>
  ofStatus.test(text) && ofStatus.test(withoutComments(text));

const ofStatus = /status(?!_?code)|bot_?is_?active|botactive/i;

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z_]\w*/g) ?? [];

/** Names whose values come of the status, by what is assigned to them; as guards, they are as good as the status. */
export function namesOfStatus(
  assigned: readonly { readonly name: string; readonly value: string }[],
): ReadonlySet<string> {
  const names = new Set(assigned.filter(({ value }) => speaksOfStatus(value)).map(({ name }) => name));
  if (names.size === 0) return names;
  const all = new Set(assigned.map(({ name }) => name));
  /** By a name, those whose values speak of it. */
  const speakers = new Map<string, string[]>();
  for (const { name, value } of assigned) {
    if (names.has(name)) continue;
    for (const word of wordsOf(value)) {
      if (!all.has(word)) continue;
      const known = speakers.get(word);
      if (known === undefined) speakers.set(word, [name]);
      else known.push(name);
    }
  }
  // A set is walked to those that are added on the way.
  for (const known of names) for (const name of speakers.get(known) ?? []) names.add(name);
  return names;
}

/** Whether a condition is a guard: it speaks of the status, or of a name that comes of it. */
export const isGuard = (condition: string, names: ReadonlySet<string>): boolean =>
  speaksOfStatus(condition) || wordsOf(condition).some((word) => names.has(word));

type Routines = ScriptFlow['routines'];

/** Every act of a flow, those of the ways and of the functions that are called included; each function once. */
export function* allActs(flow: Flow, routines: Routines, seen = new Set<string>()): Generator<FlowAct> {
  for (const act of flow) {
    yield act;
    if (act.kind === 'either') for (const way of act.ways) yield* allActs(way, routines, seen);
    if (act.kind !== 'calls' || seen.has(act.routine)) continue;
    seen.add(act.routine);
    yield* allActs(routines.get(act.routine) ?? [], routines, seen);
  }
}

/** Whether an act writes to the customer, itself or by what it calls; each function is looked through once. */
export function writing(routines: Routines): (act: FlowAct) => boolean {
  const known = new Map<string, boolean>();
  return (act) => {
    const asked = act.kind === 'calls' ? act.routine : '';
    const found = known.get(asked);
    if (asked !== '' && found !== undefined) return found;
    let writes = false;
    for (const one of allActs([act], routines)) writes ||= one.kind === 'posts';
    if (asked !== '') known.set(asked, writes);
    return writes;
  };
}

/** Whether a flow goes no further than its own end. */
export const isLeft = (flow: Flow): boolean =>
  flow.some(
    (act) =>
      act.kind === 'leaves' || (act.kind === 'either' && act.ways.length > 1 && act.ways.every(isLeft)),
  );
