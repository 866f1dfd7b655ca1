/** What the top of a script is called among the calls that are open, in every language. */
export const topOfScript = '(script)';
