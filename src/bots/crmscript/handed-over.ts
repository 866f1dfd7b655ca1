import { argumentCalled, calledBy, firstTextOf, keptIn, type Provenance } from '../../crmscript/recorded.ts';
import type { RecordedRun, StepRecord } from './step-record.ts';

/*
 * Over the border of a script. What a script reads of its EventData was put there by a script that handled the same event before it, or
 * comes of what the call of a function was given that had it run. Both are taken only where the value is the same, under a
 * name that says so: an input that is 1 does not come of every 1 that there is.
 */

/** How that came to be which another script handed over; undefined where none did. */
export function handedOver(made: Provenance, run: RecordedRun, record: StepRecord): Provenance | undefined {
  const by = calledBy(made);
  const name = by && firstTextOf(made);
  if (by === undefined || name === undefined) return undefined;
  if (by.owner === 'EventData' && by.name === 'getStateValue')
    return leftBehind(made, 'StateValue', name, run, record);
  const reads =
    (by.owner === 'EventData' && by.name === 'getInputValue') ||
    (by.owner === '' && by.name === 'getVariable');
  return reads ? (leftBehind(made, 'OutputValue', name, run, record) ?? given(made, name, run)) : undefined;
}

/** What a script left that was called before by the same. */
function leftBehind(
  made: Provenance,
  kind: 'OutputValue' | 'StateValue',
  name: string,
  run: RecordedRun,
  { recorder, runs }: StepRecord,
): Provenance | undefined {
  for (const before of runs.slice(0, run.order).reverse()) {
    if (!isSameCall(before.around, run.around)) continue;
    const left = keptIn(recorder, before.bot.eventData, kind, name, made.value);
    if (left !== undefined) return left;
  }
  return undefined;
}

const isSameCall = (one: Provenance | undefined, other: Provenance | undefined): boolean =>
  one?.by === other?.by && one?.here === other?.here;

/** What inputs are called whose names do not end as the parameters do that they come of. */
const parameterOf: Readonly<Record<string, string>> = {
  'status.new': 'status',
  'chatmessage.specialparam': 'specialparams',
};

/** What the call was given inside which the script ran. */
function given({ value }: Provenance, name: string, { around }: RecordedRun): Provenance | undefined {
  if (around === undefined) return undefined;
  const wanted = parameterOf[name.toLowerCase()] ?? name.split('.').at(-1)?.toLowerCase() ?? '';
  const found = argumentCalled(around, (parameter) => parameter.toLowerCase() === wanted);
  return found !== undefined && String(found.value) === String(value) ? found : undefined;
}

/** How a text of a message came to be that is saved now: a trigger may have put another in its place. */
export function givenAs(text: string, { recorder, runs }: StepRecord): Provenance | undefined {
  const around = recorder.around();
  if (around === undefined) return undefined;
  for (const { bot, around: ofRun } of runs.toReversed()) {
    const left =
      isSameCall(ofRun, around) && keptIn(recorder, bot.eventData, 'OutputValue', messageText, text);
    if (left) return left;
  }
  return around.from.find(({ value }) => value === text) ?? around;
}

const messageText = 'chatMessage.message';
