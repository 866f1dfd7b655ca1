import { ChoiceField } from './choice-field.tsx';
import { ColourField } from './colour-field.tsx';
import { useField } from './form-context.ts';
import { NumberField } from './number-field.tsx';
import { SomeField } from './some-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { TextField } from './text-field.tsx';

/** The control for the setting at a path, by what it can be. What refers to something else is drawn by whoever knows that. */
export function Field({ path }: { readonly path: string }) {
  const { setting } = useField(path);
  switch (setting.kind) {
    case 'switch':
      return <SwitchField path={path} />;
    case 'number':
      return <NumberField path={path} />;
    case 'colour':
      return <ColourField path={path} />;
    case 'choice':
      return <ChoiceField path={path} />;
    case 'some':
      return <SomeField path={path} />;
    case 'text':
    case 'time':
    case 'zone':
    case 'faqFolder':
      return <TextField path={path} />;
  }
}
