/** What is said in no language: a code, and what belongs to it (rulings 43). */
export type CodedText = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** A sentence for each code, made of what belongs to it. Each takes what its code is declared with. */
export type Catalogue = { readonly [code: string]: (params: never) => string };
