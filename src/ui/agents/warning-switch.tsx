import { useAppContext } from '../context.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { setWarningSound, warningSound } from './warning-sound.ts';
import { warningWords as words } from '../words/warning-words.ts';

/** Whether warnings are heard in this browser: in Settings. */
export function WarningSwitch() {
  const { keepers } = useAppContext();
  return (
    <SwitchField
      label={words.sound}
      help={words.soundHelp}
      on={warningSound(keepers.local).value === true}
      onSwitch={(on) => {
        setWarningSound(keepers.local, on);
      }}
    />
  );
}
