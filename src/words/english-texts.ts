type Text = { readonly text: string };

/** What is a text as it stands: what a script threw, and whatever a log from before the codes says. */
export const texts = {
  text: ({ text }: Text) => text,
  thrown: ({ text }: Text) => text,
};
