import { botRoles } from '../../../engine/registration-found.ts';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Folder, ScriptLanguage } from '../../../engine/definition.ts';
import { useSending } from '../../context.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { SmallForm } from '../../controls/small-form.tsx';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { languageOfFolder, nameFor, roleOfName } from '../folders/bot-parts.ts';
import type { BotRole } from '../../../engine/registration-found.ts';
import type { Template } from './script-templates.ts';
import { useNewScript } from './use-new-script.ts';

const isRole = (template: Template): template is BotRole => template !== 'library' && template !== 'empty';

type NewScriptProps = { readonly folder: Folder; readonly close: () => void };

/** Asks for the name of a new script and what it is for: by its name it has a role, and by its role a text to begin with. */
export function NewScript({ folder, close }: NewScriptProps) {
  const sending = useSending();
  const make = useNewScript(sending);
  const name = useSignal('');
  const template = useSignal<Template>('empty');
  const language = useSignal(languageOfFolder(folder));
  /** The name that was put in for a role: another role replaces it, what somebody typed stays. */
  const proposed = useRef('');
  const rename = (next: string) => {
    name.value = next;
    const role = roleOfName(next);
    // A name decides what SuperOffice takes the script for, whatever was chosen.
    if (role !== undefined) template.value = role;
    else if (isRole(template.value)) template.value = 'empty';
  };
  const choose = (next: Template) => {
    template.value = next;
    if (name.value !== '' && name.value !== proposed.current) {
      if (!isRole(next) || roleOfName(name.value) === next) return;
    }
    proposed.current = isRole(next) ? nameFor(folder, next) : '';
    name.value = proposed.current;
  };
  return (
    <SmallForm
      label={botWords.scriptName}
      name={name.value}
      onName={rename}
      submitLabel={words.add}
      onSubmit={async () => {
        if (
          await make(folder, { name: name.value.trim(), template: template.value, language: language.value })
        )
          close();
      }}
    >
      <label>
        {botWords.scriptLanguage}
        <select
          value={language.value}
          onChange={({ currentTarget }) => {
            language.value = currentTarget.value as ScriptLanguage;
          }}
        >
          {(['crmscript', 'javascript'] as const).map((one) => (
            <option key={one} value={one}>
              {botWords.languages[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {botWords.beginsAs}
        <select
          value={template.value}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value as Template);
          }}
        >
          {(['empty', 'library'] as const).map((one) => (
            <option key={one} value={one}>
              {botWords.templates[one]}
            </option>
          ))}
          <optgroup label={botWords.templates.ofBot}>
            {botRoles.map((role) => (
              <option key={role} value={role}>
                {botWords.roles[role]}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <p class="note">{botWords.templateHints[template.value]}</p>
      <Refusal sending={sending} />
    </SmallForm>
  );
}
