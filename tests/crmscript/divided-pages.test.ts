import { describe, expect, it } from 'vitest';
import { libraryWith } from '../../src/bots/bot-library.ts';
import { compile } from '../../src/crmscript/compile.ts';
import { runSource } from './run-source.ts';
import { tables } from './tables.ts';

/* What official how-tos write and the reference does not have: warned of, never refused (rulings 41). */

const library = libraryWith(tables);

function told(source: string): readonly string[] {
  const { diagnostics, program } = compile(source, { file: 'main', library });
  if (program === undefined) return ['does not run', ...diagnostics.map(({ message }) => message)];
  return diagnostics
    .filter(({ code }) => code !== 'not-available-offline')
    .map(({ severity, code }) => `${severity}: ${code}`);
}

const divided: readonly (readonly [string, string])[] = [
  ['a status that knows whether it is the default', 'NSTicketStatusEntity s; Bool b = s.GetIsDefault();'],
  ['the name of a document', 'NSDocument d; printLine(d.GetDocumentName());'],
  ['the id of a contact', 'NSContact c; printLine(c.GetId().toString());'],
  ['when a contact was created', 'NSContact c; DateTime d = c.GetCreatedDate();'],
  ['a field of a carrier, read by its name', 'NSContactEntity c; printLine(c.Name);'],
  ['a field of a carrier, set by its name', 'NSContactEntity c; c.Name = "Fjord";'],
  [
    'a DateTime as a criterion',
    'SearchEngine q; DateTime d; q.addCriteria("ticket.created_at", "OperatorGte", d);',
  ],
  [
    'a DateTime as a criterion with a priority',
    'SearchEngine q; DateTime d; q.addCriteria("ticket.created_at", "OperatorGte", d, "OperatorAnd", 0);',
  ],
  ...['Day', 'Week', 'Month', 'Year'].flatMap((unit): [string, string][] => [
    [
      `the ${unit} pattern as an object`,
      `NSRecurrenceInfo r; NSRecurrence${unit}Pattern p = r.Get${unit}Pattern();`,
    ],
    [
      `a ${unit} pattern set as an object`,
      `NSRecurrenceInfo r; NSRecurrence${unit}Pattern p; r.Set${unit}Pattern(p);`,
    ],
  ]),
];

describe('a how-to that the reference contradicts', () => {
  it.each(divided)('is warned of and runs: %s', (_what, source) => {
    expect(told(source)).toEqual(['warning: pages-divided']);
  });

  it('is warned of where a call of the other type is called in turn', () => {
    const source = 'NSRecurrenceInfo r; Integer sub = r.GetDayPattern().GetPattern();';

    expect(told(source)).toEqual(['warning: pages-divided']);
  });

  it.each([
    ['NSRecurrenceInfo r; r.SetDayPattern(1); Integer p = r.GetDayPattern();'],
    ['NSContactEntity c; c.SetName("Fjord"); printLine(c.GetName());'],
    ['SearchEngine q; DateTime d; q.addCriteria("t.a", "OperatorGte", d.toString());'],
  ])('leaves what the reference says without a word: %s', (source) => {
    expect(told(source)).toEqual([]);
  });

  it.each([
    ['NSTicketStatusEntity s; s.GetIsDefualt();', 'NSTicketStatusEntity has no method "GetIsDefualt".'],
    ['NSContactEntity c; printLine(c.Nmae);', 'NSContactEntity has no field "Nmae".'],
    ['NSContactAgent a; a.ContactEntity = 1;', 'NSContactAgent has no field "ContactEntity".'],
    [
      'SearchEngine q; q.addCriteria("t.a", "OperatorGte", 1);',
      '"value" of SearchEngine.addCriteria(String, String, String) is String, but this is Integer.',
    ],
  ])('keeps what nobody writes an error: %s', (source, message) => {
    const [runs, first] = told(source);

    expect(runs).toBe('does not run');
    expect(first).toContain(message);
  });

  it('does what it says', () => {
    const { output, result } = runSource(`
      NSContact c; c.SetContactId(7); NSDocument d; d.SetName("a.txt");
      NSContactEntity e; e.Name = "Fjord";
      NSRecurrenceInfo r; NSRecurrenceDayPattern p; p.SetPattern(3); r.SetDayPattern(p);
      print(c.GetId().toString() + " " + d.GetDocumentName() + " " + e.GetName() + " " + e.Name);
      print(" " + r.GetDayPattern().GetPattern().toString());`);

    expect(result?.failure).toBeUndefined();
    expect(output).toBe('7 a.txt Fjord Fjord 3');
  });
});
