import { words } from '../words/words.ts';
import { loadRules, rules } from './rules.ts';
import './rules.css';

/** The number of a rule in a row; what it says is its tooltip, there from when the pointer first comes near. */
export function RuleMark({ rule }: { readonly rule: string }) {
  const known = rules()?.[rule];
  return (
    <span
      class="rule"
      onPointerEnter={loadRules}
      {...(known === undefined ? {} : { title: `${known.text} ${words.sure[known.sure]}.` })}
    >
      {rule}
    </span>
  );
}

/** A rule in words, with how sure it is; loads the words when it is first drawn. */
export function RuleText({ rule }: { readonly rule: string }) {
  loadRules();
  const known = rules()?.[rule];
  return (
    <p class="rule-text">
      <b>{words.rule(rule)}</b> {known?.text ?? ''}{' '}
      {known === undefined ? null : (
        <span class={`sure ${known.sure}`} title={words.sureWhy[known.sure]}>
          {words.sure[known.sure]}
        </span>
      )}
    </p>
  );
}
