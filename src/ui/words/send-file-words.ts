/** The words of sending a file, loaded with it. */
export const sendFileWords = {
  choose: 'Choose a file…',
  name: 'Name of the file',
  size: 'Size in bytes',
  noName: 'Name the file, such as invoice.pdf',
  nameTooLong: (limit: number) => `A name has ${String(limit)} characters at most`,
  badSize: 'A whole number of bytes, such as 12000, or nothing',
  kept: 'Name, type and size are kept. What is in the file stays where it is: nobody reads or keeps it.',
  allowed: (types: readonly string[]) =>
    types.length === 0
      ? 'No type of file is allowed here: whatever is sent is refused.'
      : `Allowed: ${types.join(', ')}. Another type is refused when it is sent.`,
  send: 'Send it',
} as const;
