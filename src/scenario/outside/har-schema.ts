import * as v from 'valibot';
import { limits } from '../limits.ts';
import { listOf, openObject } from '../schema-shapes.ts';
import { longText, text } from '../schema-values.ts';

/*
 * HAR 1.2, as far as calls are read from it. Browsers write much more beside it, and each something of its own: other fields
 * are let through and not looked at.
 */

const open = <const E extends v.ObjectEntries>(entries: E) => openObject(entries, v.unknown());

const pair = open({ name: text, value: v.optional(longText) });
const pairs = v.optional(listOf(pair, limits.things));
const amount = v.optional(v.nullable(v.number()));

const harRequest = open({
  method: text,
  url: longText,
  headers: pairs,
  postData: v.optional(
    v.nullable(open({ mimeType: v.optional(text), text: v.optional(longText), params: pairs })),
  ),
});

const harResponse = open({
  status: v.number(),
  headers: pairs,
  content: v.optional(
    open({ mimeType: v.optional(text), text: v.optional(longText), encoding: v.optional(text) }),
  ),
});

const harEntry = open({
  startedDateTime: v.optional(text),
  time: amount,
  request: harRequest,
  response: harResponse,
});

export const harFile = open({
  log: open({ version: v.optional(text), entries: listOf(harEntry, limits.things) }),
});

export type HarEntry = v.InferOutput<typeof harEntry>;
