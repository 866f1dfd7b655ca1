import type { ComponentChildren } from 'preact';
import { LaterIcon } from '../controls/later-icon.tsx';
import { SureButton } from '../controls/sure-button.tsx';
import { formWords as words } from '../words/form-words.ts';
import type { Form } from './use-form.ts';

type FormHeadProps = {
  /** By which the form is named. */
  readonly id: string;
  readonly title: string;
  readonly form: Pick<Form, 'changes' | 'unsaved' | 'undo' | 'cancel' | 'saving'>;
  /** Behind the title: its number, and what can be done with it as a whole. */
  readonly children?: ComponentChildren;
};

/** Over a form: what it is about, how many changes are not saved, and what becomes of them. */
export function FormHead({ id, title, form, children }: FormHeadProps) {
  const { changes, unsaved, undo, cancel, saving } = form;
  return (
    <header class="form-head">
      <h2 id={id} dir="auto" title={title}>
        {title}
      </h2>
      {children}
      <span class="push" />
      <span class="form-acts">
        <span class="form-state" role="status">
          {unsaved ? words.notSaved(Math.max(1, changes.length)) : ''}
        </span>
        <button
          type="button"
          class="quiet"
          title={words.undoHint}
          aria-disabled={undo === null}
          onClick={() => undo?.()}
        >
          <LaterIcon name="undo" /> {words.undo}
        </button>
        {unsaved ? (
          <SureButton label={words.cancel} sure={words.cancelSure} onSure={cancel} />
        ) : (
          <button type="button" class="plain" aria-disabled="true">
            {words.cancel}
          </button>
        )}
        <button type="submit" class="primary" aria-disabled={!unsaved || saving}>
          {words.save}
        </button>
      </span>
    </header>
  );
}
