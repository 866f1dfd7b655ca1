import { useSignal } from '@preact/signals';
import { SmallForm } from '../controls/small-form.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { LanguageChoice } from './language-choice.tsx';

type NewCourseProps = { readonly onMake: (title: string, language: string) => Promise<void> };

/** Asks for what a course needs before its first lesson. */
export function NewCourseForm({ onMake }: NewCourseProps) {
  const title = useSignal('');
  const language = useSignal('en');
  return (
    <SmallForm
      label={words.title}
      name={title.value}
      onName={(name) => {
        title.value = name;
      }}
      submitLabel={words.create}
      onSubmit={async () => {
        if (title.peek().trim() !== '') await onMake(title.peek().trim(), language.peek());
      }}
    >
      <LanguageChoice
        language={language.value}
        onChoose={(code) => {
          language.value = code;
        }}
      />
    </SmallForm>
  );
}
