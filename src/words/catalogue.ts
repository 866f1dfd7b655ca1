/** A text in no language: its code, and what belongs to it (rulings 43). Whoever says something declares which; here every one is taken. */
export type CodedText = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** A sentence for each code, made of what belongs to it. Each takes what its code is declared with. */
export type Catalogue = { readonly [code: string]: (params: never) => string };
