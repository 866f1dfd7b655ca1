import type { LibraryPart, NativeClass, NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import { cell, named, searchText, walking } from './search-engine.ts';
import { addOrder, comparison, plainCriterion, setLimit } from './search-building.ts';
import { execute, SearchValue } from './search.ts';
import { fieldOf } from './search-field.ts';

/** The mask that asks for the id of the row in place of the field. */
const idMask = 1;

const id = (self: SearchValue): string | null => {
  const found = self.ids[self.at];
  return found === undefined ? null : String(found);
};

const addField = (context: NativeContext, self: SearchValue, field: string): void => {
  context.charge(64);
  self.fields.push(fieldOf(callerOf(context), field));
};

const methods: readonly NativeFunction[] = [
  { signature: 'Void addField(String field)', run: addField },
  { signature: 'Void addField(String field, Integer fieldMask)', run: addField },
  {
    signature:
      'Void addCriteria(String field, String operator, String value, String andOr, Integer concatLevel)',
    run: plainCriterion('criteria'),
  },
  {
    signature:
      'Void addComparison(String field1, String compOperator, String field2, String rowOperator, Integer concatLevel)',
    run: comparison,
  },
  { signature: 'Void addOrder(String field, Bool asc)', run: addOrder },
  { signature: 'Void setLimit(Integer limit)', run: setLimit },
  { signature: 'Void setLanguage(Integer languageId)', run: () => null },
  {
    signature: 'Void execute()',
    run: (context, self: SearchValue) => {
      execute(callerOf(context), self);
    },
  },
  ...walking,
  {
    signature: 'String get(String field, Integer fieldMask)',
    run: (context, self: SearchValue, field: string, mask: number) =>
      mask === idMask ? id(self) : named(context, self, field),
  },
  {
    signature: 'String get(Integer id, Integer fieldMask)',
    run: (context, self: SearchValue, column: number, mask: number) =>
      mask === idMask ? id(self) : cell(context, self, column),
  },
];

const genericSearchClass: NativeClass = {
  name: 'GenericSearch',
  differs:
    'As SearchEngine, which SuperOffice has in its place. Field mask 1 gives the id of the row; all other masks give what the column holds.',
  make: (context) => {
    context.charge(256);
    return new SearchValue();
  },
  text: searchText,
  constructors: [{ signature: 'GenericSearch()', run: () => new SearchValue() }],
  methods,
};

export const genericSearchPart: LibraryPart = { classes: [genericSearchClass] };
