/*
 * What official how-tos write about classes of the tables, and the reference lacks or gives with other types. A script
 * that does so is warned, not refused (rulings 41). Slips that no script could run with, such as a variable that is
 * declared nowhere, are not here; docs/fidelity.md lists what was decided.
 */

export type DividedMember = {
  readonly signature: string;
  /** The field of the carrier that it reads or writes; without one it is of the signature's own name and type. */
  readonly field?: string;
};

const patterns = ['Day', 'Week', 'Month', 'Year'].flatMap((unit): DividedMember[] => [
  { signature: `NSRecurrence${unit}Pattern Get${unit}Pattern()` },
  { signature: `Void Set${unit}Pattern(NSRecurrence${unit}Pattern pattern)` },
]);

const members: ReadonlyMap<string, readonly DividedMember[]> = new Map([
  // "Mark request as spam" (10.5.2).
  ['NSTicketStatusEntity', [{ signature: 'Bool GetIsDefault()' }]],
  // "Create repeating follow-ups", "View recurrence info": the reference has Integer, and classes for the patterns.
  ['NSRecurrenceInfo', patterns],
  // "Document properties".
  ['NSDocument', [{ signature: 'String GetDocumentName()', field: 'Name' }]],
  // "Document files", "Retrieve a sale".
  [
    'NSContact',
    [{ signature: 'Integer GetId()', field: 'ContactId' }, { signature: 'DateTime GetCreatedDate()' }],
  ],
]);

/** The members of a class in which SuperOffice's pages are divided. */
export const dividedMembers = (className: string): readonly DividedMember[] => members.get(className) ?? [];

/** What the author is told at a call of such a member. */
export const dividedText = (what: string): string =>
  `SuperOffice's pages are divided: a how-to writes ${what} like this, the reference does not have it. Here it works; try it on a tenant.`;
