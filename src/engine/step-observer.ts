import type { RecordedEvent } from './events.ts';
import type { Origin, OriginFound } from './origin.ts';
import type { References } from './references.ts';
import type { CodedText } from './codes.ts';

/*
 * What a debugger, and a hand that changes something on the way, see of a step while it runs. A step cannot be held: it is
 * run again to another statement (ARCHITECTURE "Steps").
 */

/** A value as a debugger shows it. */
export type ShownValue = {
  readonly type: string;
  /** In one line, shortened where it is long. */
  readonly value: string;
  /** What its parts are asked for by; equal for two names of one object. Absent where it has none. */
  readonly reference?: number;
  /** How many parts it has by name, and how many by number. */
  readonly named?: number;
  readonly indexed?: number;
};

export type ShownVariable = ShownValue & {
  readonly name: string;
  readonly global?: true;
  /** It is a parameter: the caller gave its first value. */
  readonly argument?: true;
};

/** Which of the parts of a value are meant; all, where nothing is said. */
export type Page = { readonly start?: number; readonly count?: number };

/** One open call, with what can be seen in it. */
export type ShownFrame = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** 0 for a text that is no script of the world. */
  readonly script: number;
  readonly variables: readonly ShownVariable[];
  /** EventData of the script that it belongs to; absent in a language without. */
  readonly eventData?: ShownValue;
};

/** What an expression came to, or why it cannot be evaluated. */
export type Evaluated = ShownValue | { readonly problem: CodedText };

/** Where a step stopped: the calls that are open, innermost first, and what they hold. It stays as it is. */
export type StoppedSnapshot = {
  readonly statement: number;
  readonly frames: readonly ShownFrame[];
  /** The parts of a value; none for a reference that nothing has. */
  readonly unfold: (reference: number, page?: Page) => readonly ShownVariable[];
  /**
   * What the call gave that ended between the statement before and this one, by the function's name. Known only to whoever was asked at
   * the statement before, too.
   */
  readonly returned?: ShownVariable | undefined;
  /** Evaluates an expression of the language in an open call, without effects. */
  readonly evaluate: (expression: string, frame?: number) => Evaluated;
};

/** A variable that was changed by hand while the step stood still (rulings 44). */
export type Edit = {
  /** Before which statement. */
  readonly statement: number;
  /** In which of the open calls, 0 innermost. */
  readonly frame: number;
  /** A path, such as `a.b[2]`. */
  readonly variable: string;
  /** A literal of the language. */
  readonly value: string;
};

/**
 * Why a variable cannot be changed: there is no such call, or nothing of that name that can be changed; what it should become is no
 * literal, or one of another type; changing it fails, as behind the end of an array.
 */
export type EditProblem = 'no-frame' | 'no-variable' | 'no-literal' | 'other-type' | 'fails';

/** How far a step has come: the statement that began last, and how many calls are open. */
export type Doing = {
  readonly statement: number;
  /** Over all scripts that run inside each other: 0 at the top of the outermost. */
  readonly depth: number;
};

/** Where a script stands. */
export type StatementLocation = Doing & {
  /** The call to which the statement belongs: the same object as long as it is open. */
  readonly frame: object;
  /** Where the statement stands in its text: the same object whenever it runs. */
  readonly site: object;
  readonly script: number;
  /** The function, or `(script)`. */
  readonly routine: string;
  readonly line: number;
  readonly column: number;
  /** The statement's number in the order of the text; `block` is the innermost one around it: numbers from `from` to before `to`. */
  readonly order: number;
  readonly block: { readonly from: number; readonly to: number };
};

/** Before a statement: what a debugger may ask. It is good until the question that it came with is answered. */
export type ObservedStatement = StatementLocation & {
  snapshot(): StoppedSnapshot;
  /** In one of the open calls, 0 innermost. */
  evaluate(expression: string, frame?: number): Evaluated;
  /** How the value of an expression came to be. Known only in a step whose observer sets `records`. */
  origin(expression: string, frame?: number): OriginFound;
};

/** One open call, as its language shows it. */
export type OpenCall = {
  show(references: References): ShownFrame;
  /** Without effects. */
  evaluate(expression: string, references: References): Evaluated;
  origin(expression: string): OriginFound;
  /** Puts a literal into a variable; says why where that is not possible. */
  assign(variable: string, value: string): EditProblem | null;
};

/** A script that runs, as its language lets others look into it: it says where it stands whenever it is asked. */
export type RunningScript = StatementLocation & {
  /** Its open calls, innermost first, while it stands before a statement, or runs another script inside one. */
  calls(isInnermost: boolean): readonly OpenCall[];
  /** What the call gave that has just ended; absent in a language without calls. */
  returned?(references: References): ShownVariable | undefined;
  /** How that argument of the running library function came to be which is this text; null for none, or where nothing is recorded. */
  given(text: string): Origin | null;
  /** Ends the script here: it fails with this, and cannot catch it. */
  end(why: CodedText): never;
};

/** Places at which a debugger is asked, whatever the number of the statement. A new object for each set of places. */
export type Marks = {
  /** Lines by script: the first statement on each. */
  readonly lines: ReadonlyMap<number, ReadonlySet<number>>;
  /** Functions by name: the first statement of each. */
  readonly routines: ReadonlySet<string>;
};

/** A failure of a script, as soon as it is known who catches it. */
export type Thrown = { readonly kind: string; readonly failure: CodedText; readonly isCaught: boolean };

/** What a debugger wants to know of a step that runs. What it answers with `true` ends the step as `stopped`. */
export type StepObserver = {
  /** It is asked before each statement from this number on; `Infinity` is before none. Read again after each question. */
  readonly from: number;
  /** Where it is asked besides. */
  readonly marks?: Marks | undefined;
  /** What values are made of is recorded, for `ObservedStatement.origin`. The step takes several times as long, and marks say nothing. */
  readonly records?: boolean | undefined;
  /** It has evaluated something in this run, which is not committed then: looking may leave traces in what a script holds. */
  readonly hasEvaluated?: boolean | undefined;
  readonly reached: (moment: ObservedStatement, isMarked: boolean) => boolean;
  /** An event came of a statement. */
  readonly emitted?: ((event: RecordedEvent, during: RunningScript) => boolean) | undefined;
  /** A statement failed in the call at `during.depth`. */
  readonly thrown?: ((thrown: Thrown, during: Doing) => boolean) | undefined;
};

/** Stops before the statement with a number. */
export const stopBefore = (statement: number): StepObserver => ({ from: statement, reached: () => true });
