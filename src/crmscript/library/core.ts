import type { LibraryPart } from './parts.ts';
import type { NativeFunction } from '../analysis/types/native.ts';
import { arrayMethods } from './collections/array.ts';
import { cryptoPart } from './bytes/crypto.ts';
import { datePart } from './dates/date.ts';
import { dateTimePart } from './dates/date-time.ts';
import { collectionsPart } from './collections/collections.ts';
import { genericPart } from './generic.ts';
import { jsonPart } from './json/json.ts';
import { mapPart } from './collections/map.ts';
import { languagePart } from './text/language.ts';
import { numberPart } from './numbers/number.ts';
import { outputPart } from './output.ts';
import { parserPart } from './text/parser.ts';
import { smallPart } from './small-classes.ts';
import { streamPart } from './bytes/stream.ts';
import { stringPart } from './text/string.ts';
import { structMethods } from './collections/struct.ts';
import { timeSpanPart } from './dates/time-span.ts';
import { vectorPart } from './collections/vector.ts';
import { xmlPart } from './xml/xml.ts';

/** The library that every script has, whoever runs it. */
export const coreParts: {
  readonly parts: readonly LibraryPart[];
  readonly arrayMethods: readonly NativeFunction[];
  readonly structMethods: readonly NativeFunction[];
} = {
  parts: [
    numberPart,
    stringPart,
    datePart,
    dateTimePart,
    mapPart,
    vectorPart,
    xmlPart,
    jsonPart,
    genericPart,
    outputPart,
    cryptoPart,
    timeSpanPart,
    streamPart,
    collectionsPart,
    smallPart,
    parserPart,
    languagePart,
  ],
  arrayMethods,
  structMethods,
};
