import type { LibraryPart, NativeClass, NativeContext, ParserValue } from '../../crmscript/library.ts';
import { faqFolderLink, faqLink } from '../../engine/faq-link.ts';
import type { FaqHit } from '../../engine/faq-search.ts';
import { askFaq } from '../api/faq.ts';
import { callerOf } from './caller-of.ts';

/** The part of the question's words that was found, as the reference shows it: a percentage with two decimals. */
const percentage = ({ score, words }: FaqHit<unknown>): string => ((score / words) * 100).toFixed(2);

/** Puts one row for each hit into the parser, in place of what it had under these names. */
function fill<T>(
  context: NativeContext,
  parser: ParserValue,
  hits: readonly FaqHit<T>[],
  columns: Readonly<Record<string, (found: T) => string>>,
  score: string,
): void {
  const put = (name: string, values: string[]): void => {
    context.charge(64 + 8 * values.length);
    if (values.length === 0) parser.variables.delete(name);
    else parser.variables.set(name, values);
  };
  for (const [name, of] of Object.entries(columns)) {
    const values = hits.map(({ found }) => of(found));
    for (const value of values) context.text(value.length);
    put(name, values);
  }
  put(score, hits.map(percentage));
}

/**
 * Searches the FAQ of the world as the widget does (rulings 22). The names of the variables are those of the
 * reference (chat-domain §12.1): rows of `faq.entry…` and of `faq.category…`, the best first. A category is found by
 * its name; it has no description here. `root` -1 is the whole tree; `access` is who may see what is found, 1 to 4.
 */
function faqSearch(
  context: NativeContext,
  root: number,
  access: number,
  text: string,
  parser: ParserValue,
  max: number,
): ParserValue {
  const { entries, folders } = askFaq(callerOf(context), { root, access, text, max });
  fill(
    context,
    parser,
    entries,
    {
      'faq.entryId': ({ id }) => String(id),
      'faq.entryName': ({ title }) => title,
      'faq.entryLink': ({ id }) => faqLink(id),
      'faq.entryQuestion': ({ question }) => question,
    },
    'faq.entryScore',
  );
  fill(
    context,
    parser,
    folders,
    {
      'faq.categoryId': ({ id }) => String(id),
      'faq.categoryName': ({ name }) => name,
      'faq.categoryLink': ({ id }) => faqFolderLink(id),
      'faq.categoryDescription': () => '',
    },
    'faq.categoryScore',
  );
  return parser;
}

const knowledge: NativeClass = {
  name: 'Knowledge',
  differs: 'Knows where an entry of the FAQ is read; its search has no index that would be built anew.',
  make: () => ({ measure: () => 16 }),
  constructors: [{ signature: 'Knowledge()', run: () => ({ measure: () => 16 }) }],
  methods: [
    {
      signature: 'String buildExternalEntryURLWithParser(Integer kbId, Parser parser)',
      run: (_context, _self: unknown, entry: number) => faqLink(entry),
    },
    { signature: 'Void rebuildFaqSearch(Integer kbEntryId, String originalTitle)', run: () => null },
  ],
};

export const faqPart: LibraryPart = {
  classes: [knowledge],
  functions: [
    {
      signature: 'Parser faqSearch(Integer root, Integer access, String message, Parser p, Integer max)',
      differs:
        "searches the workspace's FAQ; the score is the share of the question's words that an entry has, and the parser's own script is not asked",
      run: faqSearch,
    },
  ],
};
