import type { Signal } from '@preact/signals';
import { RuleMark } from './rule-mark.tsx';
import { words } from '../words/words.ts';

type RuleButtonProps = { readonly rule: string; readonly isOpen: Signal<boolean> };

/** The mark of a rule, which opens and folds what it says. */
export const RuleButton = ({ rule, isOpen }: RuleButtonProps) => (
  <button
    type="button"
    class="rule-button"
    aria-label={words.rule(rule)}
    aria-expanded={isOpen.value}
    onClick={() => {
      isOpen.value = !isOpen.value;
    }}
  >
    <RuleMark rule={rule} />
  </button>
);
