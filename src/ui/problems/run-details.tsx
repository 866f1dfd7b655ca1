import type { RecordedEvent } from '../../engine/events.ts';
import { limitsOf, runUsages } from '../../engine/limits-seen.ts';
import { runHintsOf } from '../../engine/run-hints.ts';
import { useAppContext, useWorld } from '../context.ts';
import { sentence } from '../sentence.ts';
import { ignoredOf, keyOfRunHint } from './ignored.ts';
import { LimitBar } from './limit-bar.tsx';
import { problemsWords as words } from '../words/problems-words.ts';
import { Rule } from './rule.tsx';
import './problems.css';

/** What an event shows of the bot: a hint, with its rule; and of a run of a script, what it used of its limits. */
export function RunDetails({ event }: { readonly event: RecordedEvent }) {
  const { store } = useAppContext();
  const events = store.events.value;
  const budget = useWorld(({ options }) => options.statementBudget);
  const ignored = ignoredOf(store);
  const hints = runHintsOf(events).filter(({ seq }) => seq === event.seq);
  const run = runUsages(events).find(({ seq, end }) => seq === event.seq || end === event.seq);
  return (
    <>
      {hints.map(({ hint, rule, script }) => {
        const key = keyOfRunHint(hint.code, script);
        const isIgnored = ignored.keys.value.has(key);
        return (
          <div key={hint.code} class={isIgnored ? 'run-hint ignored' : 'run-hint'}>
            <p>
              <b>{words.hint}</b> {sentence(hint)}
            </p>
            <span class="problem-acts">
              <Rule rule={rule} />
              <button
                type="button"
                class="quiet small"
                title={isIgnored ? '' : words.ignoreHint}
                onClick={() => {
                  (isIgnored ? ignored.takeBack : ignored.ignore)(key);
                }}
              >
                {isIgnored ? words.takeBack : words.ignore}
              </button>
            </span>
          </div>
        );
      })}
      {run === undefined ? null : (
        <dl class="run-limits">
          {limitsOf(run, budget).map((limited) => (
            <div key={limited.of}>
              <dt>{words.columns[limited.of]}</dt>
              <dd>
                <LimitBar limited={limited} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.columns.calls}</dt>
            <dd class="number">{run.calls}</dd>
          </div>
        </dl>
      )}
    </>
  );
}
