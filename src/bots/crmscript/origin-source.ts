import { calledBy, firstTextOf, isOutside, type Provenance } from '../../crmscript/recorded.ts';
import type { OriginSource } from '../../engine/origin.ts';
import type { RecordedRun, RowRead, StepRecord } from './step-record.ts';

/** Functions that read what their script was called with: one value by its name, or all. */
const readsInput = /^(EventData\.getInputValues?|getVariables?|getCgiVariables?)$/;

/** Where a value that a function of the library gave came into the scripts from; null where it was made of what it was given. */
export function sourceOf(made: Provenance, run: RecordedRun, record: StepRecord): OriginSource | null {
  const { called } = made;
  const by = calledBy(made);
  if (called === undefined || by === undefined) return null;
  const name = by.owner === '' ? by.name : `${by.owner}.${by.name}`;
  const script = run.bot.call.script.id;
  const asked = firstTextOf(made) ?? '';
  if (readsInput.test(name)) return { kind: 'input', name: asked, script };
  if (/^EventData\.getStateValues?$/.test(name)) return { kind: 'state', name: asked, script };
  const scope = /^get(Global|Session)Variables?$/.exec(name)?.[1];
  if (scope !== undefined)
    return { kind: 'variable', scope: scope === 'Global' ? 'global' : 'session', name: asked };
  if (called.note !== undefined) return { kind: 'row', ...(called.note as RowRead) };
  return happenedIn(made, name, record);
}

/** What happened while a function of the library ran: an answer that came, a look at the clock, a draw, a thing that was made. */
function happenedIn(made: Provenance, name: string, record: StepRecord): OriginSource | null {
  const { called, value } = made;
  if (called === undefined) return null;
  const happened = record.happened(called.outside, called.outsideAfter);
  const answers = happened.flatMap((one) =>
    typeof one === 'object' && one.type === 'http.called' ? [one] : [],
  );
  const answer = answers.at(-1);
  if (answer !== undefined) {
    const { seq, method, url, answeredBy, mock, body = '', sent = '' } = answer;
    return { kind: 'http', seq, method, url, answeredBy, mock, body, sent };
  }
  const last = happened.at(-1);
  if (last === 'time' || last === 'chance') return { kind: last };
  if (!isOutside(made)) return null;
  return { kind: last !== undefined && typeof value === 'number' ? 'made' : 'chat', name };
}
