/** What a log point prints: texts as they stand, and expressions, which stand in braces. */
export type MessagePart = { readonly text: string } | { readonly expression: string };

/** The parts of the message of a log point, in order. A brace that nothing closes is text. */
export const messageParts = (message: string): readonly MessagePart[] =>
  message
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}') ? { expression: part.slice(1, -1) } : { text: part },
    );
