import { LaterIcon } from '../controls/later-icon.tsx';
import { TabStrip } from '../controls/tab-strip.tsx';
import type { FieldProblem } from './field-problem.ts';
import { problemsBelow } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

type FormTabsProps<Name extends string> = {
  readonly label: string;
  readonly panel: string;
  readonly tabs: readonly { readonly name: Name; readonly label: string; readonly isActive: boolean }[];
  readonly problems: readonly FieldProblem[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
};

/** The tabs of a form, underlined: below each what is on, beside it whether a field in it is to be mended. */
export const FormTabs = <Name extends string>(props: FormTabsProps<Name>) => {
  const { label, panel, tabs, problems, open, onOpen } = props;
  return (
    <div class="form-tabs">
      <TabStrip
        label={label}
        panel={panel}
        open={open}
        onOpen={onOpen}
        tabs={tabs.map(({ name, label: text, isActive }) => ({
          name,
          label: <TabLabel text={text} isActive={isActive} toMend={problemsBelow(problems, name).length} />,
        }))}
      />
    </div>
  );
};

type TabLabelProps = { readonly text: string; readonly isActive: boolean; readonly toMend: number };

const TabLabel = ({ text, isActive, toMend }: TabLabelProps) => (
  <>
    <span class="tab-name">
      {text}
      {toMend === 0 ? null : (
        <span
          class="to-mend"
          role="img"
          aria-label={formWords.toMend(toMend)}
          title={formWords.toMend(toMend)}
        >
          <LaterIcon name="warn" />
        </span>
      )}
    </span>
    <small class="tab-active">{isActive ? formWords.active : ''}</small>
  </>
);
