/* What an embedder tells editors about the library that it gives to scripts. The language itself says none of it. */

/** What a text or a number can be at a place, and what it means there. */
export type Choice = {
  /** As a script writes it, without quotes. */
  readonly text: string;
  /** What the product calls it: `BotMessage` for 16. */
  readonly name?: string;
  /** What it is, in a sentence. */
  readonly says?: string;
  /** A word about where it comes from: the table of a column, the scripts that are given an input. */
  readonly detail?: string;
  /** How near it is, as of a completion; 0 where nothing is said. */
  readonly distance?: number;
  /** More is to follow it: the name of a table, for its column. */
  readonly goesOn?: true;
};

export type Choices = {
  /** Of what kind it is: `Special type`. */
  readonly title: string;
  readonly choices: readonly Choice[];
  /** They are bits, which add up. */
  readonly isMask?: true;
  /** So many characters of what was typed stay as they are; the choices are for what stands behind them. */
  readonly after?: number;
};

/** A function, or a method with the class that has it. */
export type Callee = { readonly owner: string; readonly name: string };

export type Call = Callee & {
  /** The arguments that are written out as one text or number; undefined for others. */
  readonly given: readonly (string | undefined)[];
};

export type Argument = Call & {
  readonly parameter: string;
  /** Of all parameters of this overload, in order. */
  readonly parameters: readonly string[];
  /** What stands there, up to the cursor or as a whole. */
  readonly typed: string;
};

export type Entry = {
  /** What it does, in a sentence or two. */
  readonly says: string;
  /** What is to be said about parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
};

export type Reference = {
  readonly entry: (callee: Callee) => Entry | undefined;
  /** What an argument can be. */
  readonly argument: (argument: Argument) => Choices | undefined;
  /** What a call can return. */
  readonly result: (call: Call) => Choices | undefined;
  /** What a member of an enumeration means. */
  readonly member: (enumeration: string, name: string) => string | undefined;
};

/** The choice that a text is, with its neighbours in a mask: 5 is 1 and 4. */
export function chosenOf({ choices, isMask }: Choices, text: string): readonly Choice[] {
  const exact = choices.filter((one) => one.text.toLowerCase() === text.toLowerCase());
  if (exact.length > 0 || isMask !== true || !/^\d{1,9}$/.test(text)) return exact.slice(0, 1);
  const number = Number(text);
  const bits = choices.filter((one) => (Number(one.text) & number) !== 0);
  return bits.reduce((sum, one) => sum + Number(one.text), 0) === number ? bits : [];
}
