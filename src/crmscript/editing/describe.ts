import { parseSignature } from '../analysis/types/signature.ts';
import type { LinkedFunction } from '../analysis/types/linked.ts';
import type { FunctionSymbol } from '../analysis/types/symbols.ts';
import type { Type } from '../analysis/types/types.ts';
import type { Span } from '../diagnostic.ts';
import type { NativeClass } from '../analysis/types/native.ts';
import type { Callee, Choice } from '../reference.ts';
import { docAbove } from './doc-comment.ts';

/** What an author should know, as docs/crmscript.md says it. */
export type Note = { readonly kind: 'differs' | 'mind' | 'offline'; readonly text: string };

/** A function, method or variable as it is shown: how it is declared, and what there is to say. */
export type Description = {
  readonly signature: string;
  /** Where the parameters stand in the signature. */
  readonly parameters: readonly (readonly [from: number, to: number])[];
  readonly notes: readonly Note[];
  /** The comment above its declaration; of what is built in, what the reference says. */
  readonly doc: string;
  /** What there is to say about each parameter, in their order: in a sentence, and its values in short. */
  readonly arguments?: readonly { readonly name: string; readonly says: string; readonly values: string }[];
  /** What it can hold. */
  readonly values?: { readonly title: string; readonly choices: readonly Choice[] };
  /** What of the library it is: the reference is asked for that. */
  readonly of?: Callee & { readonly parameters: readonly string[] };
  /** Where it is declared, when that is in a script; without a file it is this one. */
  readonly declared?: { readonly file?: string; readonly line: number };
};

type Parameters = readonly { readonly name: string; readonly type: Type }[];

/** The text of each file, the script itself first. */
export type Sources = ReadonlyMap<string, string>;

function written(head: string, parameters: Parameters): Pick<Description, 'signature' | 'parameters'> {
  let signature = `${head}(`;
  const places = parameters.map(({ name, type }, index): readonly [number, number] => {
    if (index > 0) signature += ', ';
    const from = signature.length;
    signature += `${type.name} ${name}`.trimEnd();
    return [from, signature.length];
  });
  return { signature: `${signature})`, parameters: places };
}

/** Where something is declared, and the comment above it. */
export function origin(
  { file, line, start }: Span,
  sources: Sources,
): Required<Pick<Description, 'doc' | 'declared'>> {
  const [own] = sources.keys();
  const doc = docAbove(sources.get(file) ?? '', start);
  return { doc, declared: file === own ? { line } : { file, line } };
}

export const plain = (signature: string): Description => ({ signature, parameters: [], notes: [], doc: '' });

const described = new WeakMap<LinkedFunction, Description>();

export function describeNative(linked: LinkedFunction): Description {
  const known = described.get(linked) ?? made(linked);
  described.set(linked, known);
  return known;
}

function made({ name, owner, returns, parameters, native }: LinkedFunction): Description {
  const isConstructor = parseSignature(native.signature).returns === '';
  const head = isConstructor ? name : `${returns.name} ${owner === '' ? '' : `${owner}.`}${name}`;
  const of = { owner, name: isConstructor ? '' : name, parameters: parameters.map((one) => one.name) };
  const made = { ...written(head, parameters), notes: notesOf(native), doc: '' };
  return isConstructor ? made : { ...made, of };
}

export function describeOwn(symbol: FunctionSymbol, sources: Sources): Description {
  const { declaration, parameters, returns, name } = symbol;
  return {
    ...written(`${returns.name} ${name}`, parameters),
    notes: [],
    ...origin(declaration.span, sources),
  };
}

type Remarks = {
  readonly needsServer?: string;
  readonly differs?: string;
  readonly trap?: string;
};

function notesOf({ needsServer, differs, trap }: Remarks): readonly Note[] {
  const notes: Note[] = [];
  if (needsServer !== undefined) {
    const text = `${needsServer} needs a SuperOffice database. Here it fails with NotAvailableOffline, which try/catch can catch.`;
    notes.push({ kind: 'offline', text });
  }
  if (differs !== undefined && needsServer === undefined)
    notes.push({ kind: 'differs', text: `${differs}.` });
  if (trap !== undefined) notes.push({ kind: 'mind', text: trap });
  return notes;
}

export const notesOfClass = ({ differs }: NativeClass): readonly Note[] =>
  differs === undefined ? [] : [{ kind: 'differs', text: differs }];
