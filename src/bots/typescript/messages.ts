import type { JoinedDiagnostic } from './joined-diagnostic.ts';

type Params = JoinedDiagnostic['params'];

const text = (value: string | number | undefined): string => String(value ?? '');

/** What is said of scripts in JavaScript besides what TypeScript says itself. */
const sentences: Readonly<Record<string, (params: Params) => string>> = {
  'forgotten-await': ({ name }) =>
    `Nobody waits for ${text(name)}: what it does may come too late, and its errors are lost. Put await before it.`,
  'forgotten-await-all': ({ name }) =>
    `Nobody waits for these promises of ${text(name)}. Write await Promise.all(…).`,
  'promise-as-text': ({ name }) =>
    `${text(name)} is a promise, whose text is "[object Promise]". Put await before it.`,
  'no-enum': ({ name }) =>
    `Types are only taken away, so an enum cannot run. Write const ${text(name)} = { … } as const; or a union of texts.`,
  'no-namespace': ({ name }) =>
    `Types are only taken away, so a namespace cannot run. Write const ${text(name)} = { … }; or plain functions.`,
  'no-parameter-property': ({ name }) =>
    `Types are only taken away, so a parameter cannot declare a field. Declare ${text(name)} in the class, and write this.${text(name)} = ${text(name)}; in the constructor.`,
  'no-import-equals': () =>
    'Types are only taken away, so import … = cannot run. Include another script with ///<include includeId="…">.',
  'no-type-syntax': () => 'Types are only taken away, so this syntax cannot run. Write a cast with as.',
  'not-in-dialect': ({ name }) => `${text(name)} is ours: SuperOffice's dialect has no such function.`,
  'not-in-dialect-nor-else': ({ name }) =>
    `${text(name)} is ours: SuperOffice's dialect has nothing that is known to do this.`,
  'not-available-offline': ({ name }) =>
    `${text(name)} needs a SuperOffice server. Here it rejects with NotAvailableOffline, which try/catch can catch.`,
  'not-there': ({ name }) =>
    `There is no ${text(name)} in a script here. ${instead[text(name)] ?? ''}`.trimEnd(),
  'no-locales': ({ name }) =>
    `There is no Intl here, so ${text(name)} gives the same for every language. SuperOffice may give another text.`,
  'unknown-input': ({ name, near }) =>
    `No event of the chat gives "${text(name)}". Did you mean "${text(near)}"?`,
  'unknown-include': ({ name }) =>
    `There is no script with the include name or name "${text(name)}" in JavaScript. Add it to a folder.`,
  'other-language': ({ name }) =>
    `The script "${text(name)}" is CRMScript. A script in JavaScript can only include scripts in JavaScript.`,
  'too-large': () =>
    'This script and what it includes are longer than 1,000,000 characters. It was not checked.',
  'too-deep': () => 'This script nests or chains more than can be checked. It was not checked.',
  typescript: (params) => text(params['text']),
};

/** What to use in the place of something that other places have. */
const instead: Readonly<Record<string, string>> = {
  Intl: 'Dates and numbers have to be put together by hand.',
  require: 'Include another script with ///<include includeId="…">.',
  module: 'What a script declares is seen by the one that includes it.',
  exports: 'What a script declares is seen by the one that includes it.',
  process: 'What the script is given stands in context.',
  Buffer: 'Texts and numbers are all that a script can hold.',
  window: 'A script does not run in a page.',
  document: 'A script does not run in a page.',
  localStorage: 'context.eventData.stateValues keep texts from one script of an event to the next.',
  sessionStorage: 'context.eventData.stateValues keep texts from one script of an event to the next.',
  XMLHttpRequest: 'Use fetch.',
  alert: 'Use console.log.',
  SearchEngine: 'Use soApi.getArchiveAgent().getArchiveListByColumns2Async(…).',
};

/** Whether there is something to say about how to do without a name. */
export const isMissedName = (name: string): boolean => Object.hasOwn(instead, name);

export const messageOf = ({ code, params }: Pick<JoinedDiagnostic, 'code' | 'params'>): string =>
  sentences[code]?.(params) ?? code;
