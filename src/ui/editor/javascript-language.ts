import { typescriptLanguage } from '@codemirror/lang-javascript';

/** Colours, comments and indentation of JavaScript with types. What is right or wrong in a script its checker says. */
export const javaScript = typescriptLanguage.extension;
