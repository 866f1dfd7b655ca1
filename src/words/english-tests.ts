type Pattern = { readonly pattern: string };

/** What is said of tests besides whether they hold. */
export const ofTests = {
  'pattern-unreadable': ({ pattern, why }: Pattern & { why: string }) =>
    `“${pattern}” is no pattern: ${why} Nothing was compared with it. Mend the pattern in the expectation.`,
  'pattern-too-long': ({ pattern }: Pattern) =>
    `The pattern “${pattern}” was given up: it takes far too long on this text, which often comes of repeats inside repeats. Write it more plainly.`,
};
