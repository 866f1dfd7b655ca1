import { createWorld } from '../../src/engine/create-world.ts';
import { fold } from '../../src/engine/fold.ts';
import { worldToJson } from '../../src/engine/world-json.ts';
import type { Report } from './report.ts';

export type Verdict = {
  /** Acknowledged inputs that are not on the disk. */
  readonly lost: readonly string[];
  /** Inputs that are there twice. */
  readonly doubled: readonly string[];
  /** Events without their input, inputs without their events, numbers left out, rows put aside. */
  readonly torn: readonly string[];
  /** The worker's world is not what the events fold to. */
  readonly differs: boolean;
  readonly incarnation: string;
};

/** Nothing is wrong. */
export const whole = { lost: [], doubled: [], torn: [], differs: false } as const;

/** Compares what lies on the disk with what was acknowledged, and with the world that was made of it. */
export function judge({ raw, world }: Report, acknowledged: ReadonlySet<string>): Verdict {
  const commands = raw.inputs.map(({ command }) => command);
  const there = new Set(commands);
  return {
    lost: [...acknowledged].filter((id) => !there.has(id)),
    doubled: commands.filter((id, index) => commands.indexOf(id) !== index),
    torn: tornIn(raw),
    differs: JSON.stringify(world) !== JSON.stringify(folded(raw)),
    incarnation: raw.meta[0]?.incarnation ?? '',
  };
}

type Raw = Report['raw'];

function tornIn({ inputs, events, quarantine }: Raw): readonly string[] {
  const torn = quarantine.map(({ reason }) => `put aside: ${JSON.stringify(reason)}`);
  let seq = 0;
  for (const [index, input] of inputs.entries()) {
    if (input.step !== index + 1) torn.push(`step ${String(index + 1)} is missing`);
    for (; seq < input.seq; seq++) {
      const row = events[seq];
      if (row?.seq !== seq + 1 || row.event.seq !== seq + 1) torn.push(`event ${String(seq + 1)} is missing`);
      else if (row.event.step !== input.step) torn.push(`event ${String(seq + 1)} is of another step`);
    }
  }
  if (events.length > seq) torn.push(`${String(events.length - seq)} events have no input`);
  return torn;
}

function folded({ worlds, events }: Raw) {
  const [start] = worlds;
  if (start === undefined) throw new Error('There is no world on the disk.');
  return worldToJson(events.reduce((world, { event }) => fold(world, event), createWorld(start.world)));
}
