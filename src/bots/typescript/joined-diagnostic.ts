import type ts from 'typescript';

/** A change of the joined text. */
export type Change = { readonly start: number; readonly end: number; readonly text: string };

/** What is to be said about a place in the joined text. */
export type JoinedDiagnostic = {
  readonly severity: 'error' | 'warning' | 'hint';
  /** It is no error here: what checks types does not keep a script from running. */
  readonly runs?: true;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;
  readonly fix?: Change & { readonly label: string };
};

/** What looks at a node gets to know, and whom it tells. */
export type Looking = {
  readonly checker: ts.TypeChecker;
  readonly source: ts.SourceFile;
  readonly tell: (found: JoinedDiagnostic) => void;
};

/** The place of a node, without the space and the comments before it. */
export const placeOf = (node: ts.Node, source: ts.SourceFile) => ({
  start: node.getStart(source),
  end: node.getEnd(),
});

/** The name of a type that has one. */
export const typeName = (type: ts.Type | undefined): string | undefined =>
  // Types such as `any` have no symbol, whatever its declaration says.
  (type as { readonly symbol?: ts.Symbol } | undefined)?.symbol?.name;
