import * as v from 'valibot';
import type { Json } from '../engine/definition.ts';
import { limits } from './limits.ts';
import { recordOf } from './schema-shapes.ts';

/*
 * The small values that the schema of a scenario file is made of. Everything has a limit: an imported
 * file is hostile until it is validated (reliability M11).
 */

const idLimit = 2 ** 31 - 1;

export const text = v.pipe(v.string(), v.maxLength(limits.text));
/** A script, or the body of a request or an answer. */
export const longText = v.pipe(v.string(), v.maxLength(limits.source));
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name));
export const bool = v.boolean();
export const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(idLimit));
/** A reference that may be 0: none. */
export const idOrNone = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(idLimit));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(idLimit));
export const integer = v.pipe(v.number(), v.safeInteger());
export const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366 * 86_400_000));
export const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 60));
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/));
export const colour = v.pipe(v.string(), v.regex(/^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}))?$/));
export const instant = v.pipe(
  v.string(),
  v.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$/),
);
/** An instant, or an offset from the clock as it stands (rulings 14). */
export const moment = v.pipe(
  v.string(),
  v.regex(
    /^(\+[0-9]{1,12}(ms|s|m|h|d)|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))$/,
  ),
);

/** A span of time, of three years at most: `5s`, `200ms`. */
export const duration = v.pipe(
  v.string(),
  v.regex(/^([0-9]{1,10}ms|[0-9]{1,7}s|[0-9]{1,6}m|[0-9]{1,4}h|[0-9]{1,3}d)$/),
);

/** The number of a step or an event: they count from 1. */
export const stepNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(idLimit));
/** What came of a step, in 8 hex digits (rulings 37). */
export const stepHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));
/** Anything that JSON can say; the text scan has already limited its depth and size. */
export const json = v.unknown() as v.GenericSchema<Json>;
export const headers = recordOf(name, text);
export const row = recordOf(name, json);
