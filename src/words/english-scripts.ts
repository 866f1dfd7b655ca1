import { texts } from './english-texts.ts';
import { amount, list, nr } from './phrases.ts';

/* What is said about scripts and what they did: hints, and why something failed. */

type Text = { readonly text: string };
type Cost = { readonly line: number; readonly used: number; readonly budget: number };
type Call = { readonly method: string; readonly url: string };

type Changed = { readonly statement: number; readonly variable: string };

/** Why a variable could not be changed. */
const notChanged: Readonly<Record<string, string>> = {
  'no-frame': 'there are fewer calls open there now',
  'no-variable': 'there is no such variable there now',
  'no-literal': 'the new value is no number, text or truth value',
  'other-type': 'the new value is of another type than the variable',
  fails: 'the place is not there now, as behind the end of an array',
};

const onSite = 'On-site installations have no such limit.';
const options = 'Pass an array of strings, such as ["Yes","No"].';
const partOf = ({ used, budget }: Omit<Cost, 'line'>): string =>
  `${amount(used)} of the ${amount(budget)} that a step may cost`;

/** What to write in place of what cannot be left out. */
const instead: Readonly<Record<string, string>> = {
  enum: 'Write an object of constants: const Colour = { Red: "Red" } as const;',
  namespace: 'Write its declarations without it, or an object that has them.',
  'parameter-property': 'Declare the field in the class, and assign it in the constructor.',
  decorator: 'Call the function on the class.',
};

const advice = (known: boolean | null): string => {
  if (known === null) return 'Add it to the table, or look at how it is spelt.';
  return known
    ? 'SuperOffice’s table has it; add it to the rows where it matters.'
    : 'SuperOffice’s table has none of that name either; look at how it is spelt.';
};

/** What did no harm yet. */
export const hints = {
  'bot-has-chats': ({ sessions }: { sessions: readonly number[] }) =>
    `The bot of this channel still has chats: session ${list(sessions)}. Its old scripts no longer answer there; restart those conversations, or hand them over with resetChat.`,
  'folder-is-no-bot': ({ folder }: { folder: string }) =>
    `The folder "${folder}" is no bot, so the channel has none: it needs a script whose name matches %bot%register%, such as "bot register".`,
  'forms-were-skipped': ({ form }: { form: string }) =>
    `The bot wrote before ${form === 'faq' ? 'the FAQ' : 'the pre-chat form'} was done, so it was skipped. To have the customer meet it first, write from status 4 on.`,
  'wrote-after-hand-over': ({ from }: { from: number }) =>
    `A script wrote after the hand-over: the chat is not in status ${nr(from)} any more, where it waited for people. Write first, and hand over last.`,
  'ended-without-word': () =>
    'The bot ended the chat and wrote nothing to the customer before. Say something first.',
  'show-at-unread': ({ given }: { given: string }) =>
    `The parameter of a bot message should read "showAt=YYYY-MM-DD HH:MM:SS", not "${given}". The message is shown at once.`,
  'special-param-long': ({ length, limit }: { length: number; limit: number }) =>
    `specialParams has ${nr(length)} characters, but SuperOffice stores at most ${nr(limit)} (chat_message.special_param). Shorten it.`,
  'options-no-json': () => `The options are not JSON, so the message has no buttons. ${options}`,
  'options-no-list': () => `The options are not a JSON array, so the message has no buttons. ${options}`,
  'options-no-texts': () =>
    'Some options are not plain strings. SuperOffice documents strings only; others may not show there.',
  'no-special-type': ({ specialType }: { specialType: number }) =>
    `${nr(specialType)} is no special type: there are 0 to 18, without 4 (16 is a bot message, 17 options). The message is saved with it and shown as plain text; SuperOffice may show something else.`,
  'budget-cut': ({ asked, most }: { asked: number; most: number }) =>
    `The option statementBudget is ${amount(asked)}. A step may cost ${amount(most)} at most, so that is the budget.`,
  'too-many-events': ({ limit }: { limit: number }) =>
    `This moment has caused ${nr(limit)} events, which is the most that scripts may cause at once. Further scripts were not run.`,
  'online-run-time': ({ taken, limit }: { taken: number; limit: number }) =>
    `The script has taken ${nr(taken)} s; SuperOffice Online stops a script after ${nr(limit)} s. ${onSite}`,
  'online-memory': ({ mebibytes }: { mebibytes: number }) =>
    `The script holds more than ${nr(mebibytes)} MB, the most that SuperOffice Online gives a script. ${onSite}`,
  'online-port': ({ port }: { port: number }) =>
    `SuperOffice Online reaches other services on the ports 80 and 443 only, not on ${nr(port)}. ${onSite}`,
  'edit-not-made': ({ statement, variable, reason }: Changed & { reason: string }) =>
    `“${variable}” was changed by hand before statement ${nr(statement)}, which cannot be done again: ${notChanged[reason] ?? reason}. The script went on without it.`,
  'edit-not-reached': ({ statement, variable }: Changed) =>
    `“${variable}” was changed by hand before statement ${nr(statement)}, which no script came to this time. Nothing was changed.`,
  'hit-condition': ({ text }: Text) =>
    `“${text}” does not say which of the times to stop: write 3 for the third, >= 3 from the third on, % 3 for every third.`,
  'origin-not-reached': () =>
    'Where this comes from cannot be told here: when the step was run again to record it, it ended before this statement.',
  'origin-no-script': () =>
    'Where this comes from cannot be told: no script in CRMScript said it. A script in JavaScript shows nothing of its inside.',
  'origin-too-long': ({ limit }: { limit: number }) =>
    `Where this comes from is told of the first ${nr(limit)} statements of a step, and this is behind them. Ask at a statement before.`,
  'condition-not-bool': ({ given }: { given: string }) =>
    `The condition of a breakpoint is true or false, and this is of type ${given}. Compare it with something.`,
  'javascript-unhandled': ({ text }: Text) =>
    `A promise was rejected for which nobody waited: ${text} Put "await" in front of the call.`,
  'javascript-pending': ({ count }: { count: number }) =>
    `${count === 1 ? 'A promise was' : `${nr(count)} promises were`} still pending when the script ended: what waits for ${count === 1 ? 'it' : 'them'} did not run. Most often a function that was given to "new Promise" never calls "resolve".`,
  'dialog-not-shown': ({ title, definition }: { title: string; definition: string }) =>
    `showDialog: the dialog${title === '' ? '' : ` "${title}"`} would open in SuperOffice; a rehearsal has no screen for it.${definition === '' ? '' : ` ${definition}`}`,
  'http-no-option': (params: { option: string; options: readonly string[] }) =>
    `HTTP has no option "${params.option}", so it does nothing. There are ${list(params.options)}.`,
  'http-timeout-unread': ({ given }: { given: string }) =>
    `"timeout" is a number of seconds, not "${given}". The call may take any time.`,
  'http-first-character': ({ option }: { option: string }) =>
    `The first character of "${option}" is dropped; write "?" in front of it.`,
  'http-login-unasked': ({ method }: { method: string }) =>
    `The authentication method "${method}" answers a question of the server, which mocks do not ask: the call goes out without it.`,
  'search-no-functions': () =>
    'SuperOffice works out count, sum, avg, min and max only where bypassNetServer(true) is called and allowed; NetServer has no functions.',
  'unknown-column': ({ table, column, known }: { table: string; column: string; known: boolean | null }) =>
    `No row of the table "${table}" has a column "${column}", so it reads as no value. ${advice(known)}`,
  'json-empty-array': () =>
    'parseJSON gives an empty array one child, as SuperOffice does. parseJSON2 gives it none.',
  'json-not-of-type': ({ text, type }: Text & { type: string }) =>
    `"${text}" in the JSON is no ${type}, so there is no value.`,
  'template-unknown': ({ name }: { name: string }) =>
    `The template has [[${name}]], which is no variable; statements of templates are not rehearsed. It stays as it is.`,
  'bytes-not-latin': () =>
    'toByteArray() knows Latin-1 only; other characters become "?". Call utf8Encode() first.',
  'array-changed-inside': () =>
    'The array changed its length inside foreach; SuperOffice does not say what happens then.',
};

/** Why a script was ended or not run, a call not answered, a message not saved. */
export const failures = {
  ...texts,
  'closed-meanwhile': () => 'The session was closed before the message was saved.',
  'left-out': () =>
    'This script did not come to an end and was stopped from outside. It is left out until it is saved again.',
  'stopped-by-hand': () => 'Somebody stopped the script here while it stood at this statement.',
  'no-such-frame': () => 'There are fewer calls open here.',
  'would-change': () =>
    'This would change something, so it is not evaluated: it assigns, calls a function of the script, or calls what acts.',
  'rename-not-own': ({ name }: { name: string }) =>
    `“${name}” is what every script finds, and keeps its name.`,
  'javascript-inside': () =>
    'A script in JavaScript is one statement to the debugger: its inside cannot be looked into.',
  'nested-too-deep': ({ limit }: { limit: number }) =>
    `Scripts are nested ${nr(limit)} deep: one calls another through messages or status changes without end. This one was not run.`,
  'no-mock-for': ({ method, url }: Call) => `offline: no mock for ${method} ${url}`,
  'no-answer-in-time': ({ limit }: { limit: number }) => `timeout: no answer within ${nr(limit)} s`,
  'no-connection': ({ host }: { host: string }) => `could not connect to ${host}`,
  'answer-of-another': (call: Call & { recordedMethod: string; recordedUrl: string }) =>
    `the recorded answer is for ${call.recordedMethod} ${call.recordedUrl}, not for ${call.method} ${call.url}`,
  'too-much-compiled': ({ limit }: { limit: number }) =>
    `The scripts of this step have more than ${amount(limit)} characters with what they include. No further one is compiled for it, so this one was not run. Make them smaller, or include less.`,
  'javascript-syntax': ({ text }: Text) => `This is no JavaScript or TypeScript: ${text}`,
  'javascript-not-erasable': ({ what }: { what: string }) =>
    `Types are left out when a script runs, and this is more than a type (${what}). ${instead[what] ?? 'Write it in plain JavaScript.'}`,
  'javascript-no-include': ({ name }: { name: string }) =>
    `There is no script "${name}" to include. It is found by its include name, or by its name.`,
  'include-of-crmscript': ({ name }: { name: string }) =>
    `"${name}" is a script in CRMScript; one in JavaScript cannot include it. Port it to TypeScript, or write what is needed of it here.`,
  'include-of-javascript': ({ name }: { name: string }) =>
    `"${name}" is a script in JavaScript; CRMScript can neither include it nor run it. Each script has one language with all that it includes.`,
  'javascript-not-awaited': ({ text }: Text) =>
    `${text} Nobody waited for it, so the script went on: put "await" in front of the call.`,
  'javascript-waiting': () => 'The script waits for a promise that nothing is left to settle. It was ended.',
  'javascript-too-costly': (cost: Omit<Cost, 'line'>) =>
    `The script, with what ran around and before it, has used ${partOf(cost)}. It looks like an endless loop.`,
  'javascript-memory': ({ mebibytes }: { mebibytes: number }) =>
    `The script holds more than ${amount(mebibytes)} MiB of values.`,
  'javascript-too-much-written': ({ mebibytes }: { mebibytes: number }) =>
    `What was printed and stored at once has more than ${amount(mebibytes)} MiB.`,
  'javascript-stack': () =>
    'Too many calls are open, in this script and around it. It looks like endless recursion.',
  'javascript-engine': ({ text }: Text) =>
    `The engine that runs JavaScript broke${text === '' ? '' : ` (${text})`}. The script was ended; what it did before stays.`,
  'too-many-calls': ({ limit }: { limit: number }) =>
    `${limit > 0 ? `More than ${amount(limit)}` : 'Too many'} calls are open. It looks like endless recursion.`,
  'text-too-large': ({ characters }: { characters: number }) =>
    `A text of ${amount(characters)} characters does not fit into the script's memory.`,
  'too-much-written': ({ mebibytes }: { mebibytes: number }) =>
    `What was printed and stored at once has more than ${amount(mebibytes)} MiB.`,
  'memory-full': ({ mebibytes }: { mebibytes: number }) =>
    `The script holds more than ${amount(mebibytes)} MiB of values.`,
  'endless-loop': ({ statements }: { statements: number }) =>
    `The script ran ${amount(statements)} statements without coming to an end. It looks like an endless loop.`,
  'budget-used-before': (cost: Omit<Cost, 'line'>) =>
    `Scripts that ran before this one, or around it, in the same step have used ${partOf(cost)}. Nothing is left for this one.`,
  'pattern-too-costly': (cost: Cost) =>
    `The regular expression in line ${nr(cost.line)} is too costly: looking for it has used ${partOf(cost)}. Where a repeated part can be divided in many ways, as in (a+)+, each of them is tried.`,
  'call-too-costly': (cost: Cost & { name: string }) =>
    `Calling ${cost.name}() in line ${nr(cost.line)} has used ${partOf(cost)}. It was done too often, or with too long values.`,
  'values-too-costly': (cost: Cost) =>
    `Making and comparing values in line ${nr(cost.line)} has used ${partOf(cost)}. It was done too often, or with too long values.`,
};
