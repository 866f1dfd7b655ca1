import * as v from 'valibot';
import type { FilledForm } from './turn.ts';
import { readJson } from '../read-json.ts';
import { listOf, object } from '../schema-shapes.ts';
import { text } from '../schema-values.ts';

/* What our own files carry as JSON: buttons, and forms that were filled in. */

const options = listOf(text, 200);

const form = object({
  name: v.picklist(['preChat', 'offline', 'postChat']),
  fields: object({
    name: v.optional(text),
    email: v.optional(text),
    phone: v.optional(text),
    company: v.optional(text),
    country: v.optional(text),
    question: v.optional(text),
  }),
  rating: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
});

/** The labels that a text of JSON lists; undefined when it lists none. */
export function readOptions(json: string): readonly string[] | undefined {
  const read = readJson(json);
  const parsed = read.ok ? v.safeParse(options, read.value) : undefined;
  return parsed?.success === true ? parsed.output : undefined;
}

/** The form that a text of JSON describes; undefined when it is none. */
export function readForm(json: string): FilledForm | undefined {
  const read = readJson(json);
  return read.ok ? formFrom(read.value) : undefined;
}

/** The form that a value describes; undefined when it is none. */
export function formFrom(value: unknown): FilledForm | undefined {
  const parsed = v.safeParse(form, value);
  if (!parsed.success) return undefined;
  const { name, rating, fields } = parsed.output;
  const given = Object.entries(fields).flatMap(([field, said]) =>
    said === undefined ? [] : [[field, said] as const],
  );
  return { name, fields: Object.fromEntries(given), ...(rating !== undefined && { rating }) };
}
