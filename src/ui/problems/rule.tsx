import { Popover } from '../controls/popover.tsx';
import { RuleMark, RuleText } from '../rules/rule-mark.tsx';
import { problemsWords } from '../words/problems-words.ts';

/** The number of a rule, which opens what it says. */
export const Rule = ({ rule }: { readonly rule: string }) => (
  <Popover
    label={<RuleMark rule={rule} />}
    name={problemsWords.rule(rule)}
    role="dialog"
    class="rule-button quiet"
  >
    {() => <RuleText rule={rule} />}
  </Popover>
);
