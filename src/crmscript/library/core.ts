import type { LibraryPart, NativeFunction } from '../library.ts';
import { arrayMethods } from './array.ts';
import { cryptoPart } from './crypto.ts';
import { datePart } from './date.ts';
import { dateTimePart } from './date-time.ts';
import { collectionsPart } from './collections.ts';
import { genericPart } from './generic.ts';
import { jsonPart } from './json.ts';
import { mapPart } from './map.ts';
import { languagePart } from './language.ts';
import { numberPart } from './number.ts';
import { outputPart } from './output.ts';
import { parserPart } from './parser.ts';
import { smallPart } from './small-classes.ts';
import { streamPart } from './stream.ts';
import { stringPart } from './string.ts';
import { structMethods } from './struct.ts';
import { timeSpanPart } from './time-span.ts';
import { vectorPart } from './vector.ts';
import { xmlPart } from './xml.ts';

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
