import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { transcriptOf } from '../../../src/scenario/transcript.ts';
import type { Transcript, TranscriptChoice } from '../../../src/scenario/transcript.ts';
import { writeTranscript } from '../../../src/scenario/write-transcript.ts';
import type { TranscriptFormat } from '../../../src/scenario/write-transcript.ts';
import { bothLanguages } from '../../bots/javascript/stage.ts';

const runScript = bothLanguages();

export const sampleFolder = join(import.meta.dirname, '../../../public/scenarios');

export function sample(name: string): ScenarioFile {
  const parsed = parseScenario(readFileSync(join(sampleFolder, `${name}.json`), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

/** The transcript of what a scenario plays. */
export function recorded(scenario: ScenarioFile, choice: Partial<TranscriptChoice> = {}): Transcript {
  const { events, world } = replay(scenario, runScript);
  return transcriptOf(events, world, {
    name: scenario.name,
    inputOf: (step) => scenario.steps[step - 1]?.input,
    ...choice,
  });
}

/** The one file that a transcript gives in a format. */
export function written(transcript: Transcript, format: TranscriptFormat): string {
  const [file, ...others] = writeTranscript(transcript, format);
  if (file === undefined || others.length > 0) throw new Error('It gives more files than one, or none.');
  return file.text;
}
