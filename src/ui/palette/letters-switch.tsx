import { useAppContext } from '../context.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { letterWords } from '../words/letter-words.ts';

/** Whether keys of a single letter do something (WCAG 2.1.4): in the list of the keys, and in Settings. */
export function LettersSwitch() {
  const { palette } = useAppContext();
  return (
    <SwitchField
      label={letterWords.label}
      help={letterWords.help}
      on={palette.letters.value}
      onSwitch={palette.setLetters}
    />
  );
}
