import { Icon } from '../controls/icon.tsx';
import { FieldFrame, describedBy, invalid } from './field-frame.tsx';
import { useField } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

/** What a colour picker can show: `#rrggbb`. */
function picked(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : '#888888';
}

/** A colour, to be picked or typed; where it may be empty, it follows from the others then. */
export function ColourField({ path }: { readonly path: string }) {
  const field = useField(path);
  const { id, words, setting, set } = field;
  const colour = String(field.value);
  const mayBeEmpty = setting.standard === '';
  return (
    <FieldFrame field={field}>
      <span class={`colour-line${colour === '' ? ' empty-colour' : ''}`}>
        <input
          type="color"
          aria-label={formWords.pick(words.label)}
          value={picked(colour)}
          onInput={(event) => {
            set(event.currentTarget.value);
          }}
        />
        <input
          id={id}
          value={colour}
          spellcheck={false}
          autocomplete="off"
          placeholder={mayBeEmpty ? formWords.follows : ''}
          {...describedBy(field)}
          {...invalid(field)}
          onInput={(event) => {
            set(event.currentTarget.value.trim());
          }}
        />
        {mayBeEmpty && colour !== '' ? (
          <button
            type="button"
            class="quiet icon-button"
            aria-label={formWords.clear(words.label)}
            title={formWords.clear(words.label)}
            onClick={() => {
              set('');
              document.getElementById(id)?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        ) : null}
      </span>
    </FieldFrame>
  );
}
