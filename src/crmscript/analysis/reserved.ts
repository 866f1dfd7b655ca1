import type { Name } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';

/**
 * The words of "Reserved words" in SuperOffice's documentation (crm §2.3) that are no keywords of the parser: names of
 * types, some of which there are no more. They cannot name variables, structs and functions; members can have them.
 */
const reserved: ReadonlySet<string> = new Set([
  'Bool',
  'Category',
  'Company',
  'Customer',
  'Date',
  'Diary',
  'Email',
  'Float',
  'Generic',
  'Inbox',
  'Integer',
  'Invoice',
  'License',
  'Message',
  'Priority',
  'String',
  'Ticket',
  'Time',
  'User',
  'Void',
]);

/** Reports a name that a variable, struct or function cannot have. */
export function refuseReserved(
  context: CheckContext,
  { text, span }: Name,
  what: 'variable' | 'struct' | 'function',
): void {
  if (!reserved.has(text)) return;
  const message = `"${text}" is a reserved word of CRMScript and cannot be the name of a ${what}.`;
  context.problems.error('reserved', message, span);
}
