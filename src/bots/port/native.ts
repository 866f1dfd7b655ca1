import type { Piece } from './piece.ts';
import { call, callText, level, piece, receiver } from './piece.ts';
import type { NativeCall } from './calls.ts';
import type { HelperName } from './helpers.ts';
import type { Porter } from './porter.ts';

/** Writes the port of a call. */
export type Native = (p: Porter, call: NativeCall) => Piece;

export type NativeTable = Readonly<Record<string, Native>>;

/** `self.name(args)`: a method that TypeScript has, under that name. */
export const method =
  (name: string): Native =>
  (p, { self, args }) =>
    call(
      callText(
        `${receiver(self)}.${name}`,
        args.map(({ text }) => text),
        p.column,
      ),
    );

/** `name(self, args)`: a function that the port brings along; `more` stands behind the arguments. */
export const helper =
  (name: HelperName, ...more: readonly string[]): Native =>
  (p, { self, args, selfNode }) => {
    const own = selfNode === undefined ? [] : [self.text];
    return call(callText(p.need(name), [...own, ...args.map(({ text }) => text), ...more], p.column));
  };

/** As `helper`, for one that may find nothing. */
export const finding =
  (name: HelperName): Native =>
  (p, given) => ({ ...helper(name)(p, given), nullable: true });

/** The same value: what changes nothing in TypeScript. */
export const itself: Native = (_p, { self }) => self;
export const argument: Native = (_p, { args: [first] }) => first ?? piece('');

/** `place = value`, for methods that change the variable they are called on; the value alone where there is none. */
export function changing(given: NativeCall, value: Piece): Piece {
  const place = given.place();
  return place === undefined ? value : piece(`${place.text} = ${value.text}`, level.assignment);
}
