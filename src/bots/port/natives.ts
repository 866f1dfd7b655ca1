import { chatNatives } from './natives-chat.ts';
import { dateNatives } from './natives-dates.ts';
import { eventNatives } from './natives-events.ts';
import { jsonNatives } from './natives-json.ts';
import { listNatives } from './natives-lists.ts';
import { mapNatives } from './natives-maps.ts';
import { numberNatives } from './natives-numbers.ts';
import { outputNatives } from './natives-output.ts';
import { searchNatives } from './natives-searches.ts';
import { textNatives } from './natives-texts.ts';
import { textToolNatives } from './natives-text-tools.ts';
import type { Native } from './native.ts';

/**
 * What stands in the port for each function, method (`Map.get`, `[].length`, `{}.toJsonString`) and constructor
 * (`new Map`) of the library; with its parameters' types where overloads differ: `print(String)`.
 */
export const natives: ReadonlyMap<string, Native> = new Map(
  [
    chatNatives,
    dateNatives,
    eventNatives,
    jsonNatives,
    listNatives,
    mapNatives,
    numberNatives,
    outputNatives,
    searchNatives,
    textNatives,
    textToolNatives,
  ].flatMap((table) => Object.entries(table)),
);
