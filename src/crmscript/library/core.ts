import type { LibraryPart, NativeFunction } from '../library.ts';
import { arrayMethods } from './array.ts';
import { cryptoPart } from './crypto.ts';
import { datePart } from './date.ts';
import { dateTimePart } from './date-time.ts';
import { genericPart } from './generic.ts';
import { jsonPart } from './json.ts';
import { mapPart } from './map.ts';
import { numberPart } from './number.ts';
import { outputPart } from './output.ts';
import { stringPart } from './string.ts';
import { structMethods } from './struct.ts';
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
  ],
  arrayMethods,
  structMethods,
};
