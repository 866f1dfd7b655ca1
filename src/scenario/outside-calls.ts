import * as v from 'valibot';
import { explain } from './explain.ts';
import { limits } from './limits.ts';
import { callsOfHar } from './outside/calls-of-har.ts';
import { callsOfPostman } from './outside/calls-of-postman.ts';
import { harFile } from './outside/har-schema.ts';
import type { OutsideCall } from './outside/outside-call.ts';
import { postmanFile } from './outside/postman-schema.ts';
import type { FileProblem } from './problem.ts';
import { readJson } from './read-json.ts';

export type OutsideCalls =
  | { readonly ok: true; readonly kind: 'har' | 'postman'; readonly calls: readonly OutsideCall[] }
  /** The first problems; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * The calls in a HAR file (1.2) or in a collection of Postman (2.1). The file is hostile until the whole of it has passed
 * size, nesting and its schema; what else it holds is not looked at.
 */
export function readOutsideCalls(text: string): OutsideCalls {
  const read = readJson(text);
  if (!read.ok) return read;
  const { value } = read;
  if (has(value, 'log')) {
    const har = v.safeParse(harFile, value);
    return har.success
      ? taken('har', callsOfHar(har.output.log.entries))
      : { ok: false, problems: explain(har.issues) };
  }
  if (has(value, 'info') && has(value, 'item')) {
    const collection = v.safeParse(postmanFile, value);
    return collection.success
      ? taken('postman', callsOfPostman(collection.output))
      : { ok: false, problems: explain(collection.issues) };
  }
  const message =
    'This is neither a HAR file, which has a “log”, nor a collection of Postman, which has “info” and “item”.';
  return { ok: false, problems: [{ path: '', message }] };
}

function taken(kind: 'har' | 'postman', calls: readonly OutsideCall[]): OutsideCalls {
  if (calls.length === 0)
    return { ok: false, problems: [{ path: '', message: 'There is no call of HTTP in this file.' }] };
  const message = `There are more than ${String(limits.things)} calls in this file. Take a part of it.`;
  return calls.length > limits.things
    ? { ok: false, problems: [{ path: '', message }] }
    : { ok: true, kind, calls };
}

const has = (value: unknown, field: string): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, field);
