import * as v from 'valibot';
import { limits } from '../limits.ts';
import { listOf, openObject } from '../schema-shapes.ts';
import { longText, text } from '../schema-values.ts';

/* A collection of Postman, format 2.1 (2.0 differs in what is not read here), as far as requests and examples are read from it. */

const open = <const E extends v.ObjectEntries>(entries: E) => openObject(entries, v.unknown());

const plain = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const pair = open({
  key: v.optional(v.nullable(text)),
  value: v.optional(v.union([longText, v.number(), v.boolean(), v.null()])),
  disabled: v.optional(v.nullable(v.boolean())),
});
const pairs = v.optional(v.nullable(listOf(pair, limits.things)));
const header = v.optional(v.nullable(v.union([longText, listOf(v.union([pair, text]), limits.things)])));

const url = v.union([
  longText,
  v.null(),
  open({
    raw: v.optional(longText),
    variable: pairs,
  }),
]);

const postmanRequest = v.union([
  longText,
  open({
    method: v.optional(text),
    url: v.optional(url),
    header,
    body: v.optional(
      v.nullable(open({ mode: v.optional(text), raw: v.optional(longText), urlencoded: pairs })),
    ),
  }),
]);

const postmanResponse = open({
  name: v.optional(v.nullable(text)),
  code: v.optional(v.nullable(v.number())),
  header,
  body: v.optional(v.nullable(longText)),
  originalRequest: v.optional(v.nullable(postmanRequest)),
});

export type PostmanItem = {
  readonly name?: string | null | undefined;
  readonly request?: v.InferOutput<typeof postmanRequest> | null | undefined;
  readonly response?: readonly v.InferOutput<typeof postmanResponse>[] | null | undefined;
  /** It is a folder. */
  readonly item?: readonly PostmanItem[] | null | undefined;
};

/** Folders stand in each other as deep as a file of JSON may be. */
const postmanItem: v.GenericSchema<PostmanItem> = open({
  name: v.optional(v.nullable(text)),
  request: v.optional(v.nullable(postmanRequest)),
  response: v.optional(v.nullable(listOf(postmanResponse, limits.things))),
  item: v.optional(v.nullable(v.lazy(() => listOf(postmanItem, limits.things)))),
});

export const postmanFile = open({
  info: open({ name: v.optional(plain), schema: v.optional(text) }),
  item: listOf(postmanItem, limits.things),
  variable: pairs,
});

export type PostmanFile = v.InferOutput<typeof postmanFile>;
export type PostmanRequest = v.InferOutput<typeof postmanRequest>;
export type PostmanPairs = v.InferOutput<typeof pairs>;
export type PostmanHeader = v.InferOutput<typeof header>;
