import type { Span } from '../../crmscript/diagnostic.ts';

/** What a port cannot do, or does in another way than the script. */
export type PortCodes = {
  /** Stands in the port as a comment and a call that throws. */
  'port-missing': { readonly what: string };
  /** As `port-missing`, with the reason: which part of SuperOffice it needs. */
  'port-search': { readonly what: string };
  'port-crypto': { readonly what: string };
  'port-carrier': { readonly what: string };
  'port-generic': { readonly what: string };
  'port-walk': { readonly what: string };
  'port-errors': { readonly errors: number };
  /** Ported, and not the same in every case. */
  'port-http-throws': Readonly<Record<string, never>>;
  'port-utf8': { readonly what: string };
  'port-place': Readonly<Record<string, never>>;
  'port-ours': { readonly what: string };
  'port-renamed': { readonly from: string; readonly to: string };
  'port-option': { readonly what: string };
};

export type PortCode = keyof PortCodes;

/** A line of a script, and what is to be said about it. */
export type PortNote = {
  /** `missing` is not ported; `differs` is, and may behave in another way. */
  readonly kind: 'missing' | 'differs';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: PortCode;
  readonly params: { readonly [name: string]: string | number };
};

const differing: ReadonlySet<PortCode> = new Set<PortCode>([
  'port-http-throws',
  'port-utf8',
  'port-place',
  'port-ours',
  'port-renamed',
  'port-option',
]);

/** The notes of a port, each once for a line. */
export class Notes {
  readonly #notes = new Map<string, PortNote>();

  add<Code extends PortCode>(span: Span, code: Code, params: PortCodes[Code]): void {
    const { file, line, column } = span;
    const key = [file, line, code, JSON.stringify(params)].join(' ');
    if (this.#notes.has(key)) return;
    const kind = differing.has(code) ? 'differs' : 'missing';
    this.#notes.set(key, { kind, file, line, column, code, params });
  }

  clear(): void {
    this.#notes.clear();
  }

  get all(): readonly PortNote[] {
    return [...this.#notes.values()];
  }
}
