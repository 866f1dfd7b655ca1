import type { InputOf } from './inputs.ts';
import { fileOf, findScript } from './registration.ts';
import { coded, type CodedText } from './codes.ts';
import { runScript } from './scripts.ts';
import type { Cause, StepDraft } from './step-draft.ts';

/** What a run by hand finds in its variables: that somebody develops it, and its own include name (crm §15.3). */
export const manualVariables = (includeId: string): Readonly<Record<string, string>> => ({
  developmentMode: 'true',
  includeId,
});

/** Runs a script as the Execute button of SuperOffice's editor does, with input values of one's own (crm §16 #1). */
export function runsByHand(
  draft: StepDraft,
  because: Cause,
  { script: id, inputValues = {} }: InputOf<'admin.runsScript'>,
): CodedText | null {
  const script = findScript(draft.world.folders, id);
  if (script === undefined) return coded('no-script', { script: id });
  runScript(draft, because, {
    script: id,
    role: 'manual',
    inputs: () => Object.entries(inputValues),
    variables: manualVariables(fileOf(script)),
  });
  return null;
}
