import type { Figure } from './figures.ts';
import { speedPrograms } from './script-programs.ts';
import type { ScriptSpeed, ScriptTimes } from './script-speed.ts';

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

/** Each program beside QuickJS and beside the host's own JavaScript, then what counting and watching cost. */
export function scriptFigures(place: 'Node' | 'Chromium', speed: ScriptSpeed): readonly Figure[] {
  const group = `CRMScript beside JavaScript in ${place === 'Node' ? 'Node' : 'a worker of Chromium'}`;
  const prefix = `${place.toLowerCase()}.script`;
  const programs = speedPrograms.flatMap(({ name, title }) => {
    const times = speed[name];
    return times === undefined ? [] : rowsOf(`${prefix}.${name}`, group, title, times);
  });
  const all = Object.values(speed);
  const price = (id: string, name: string, against: string, ratioOf: (times: ScriptTimes) => number) => {
    const ratio = geometricMean(all.map(ratioOf));
    return { id: `${prefix}.${id}`, group, name, value: percent(ratio), ratio, against };
  };
  return [
    ...programs,
    price(
      'counting',
      'price of counting statements',
      'a build without it, mean of the five',
      ({ crmscript, uncounted }) => crmscript / uncounted,
    ),
    price(
      'watching',
      'price of a debugger that watches',
      'no debugger, mean of the five',
      ({ watched, crmscript }) => watched / crmscript,
    ),
  ];
}

function rowsOf(id: string, group: string, title: string, times: ScriptTimes): readonly Figure[] {
  const { crmscript, quickjs, native } = times;
  const value = milliseconds(crmscript);
  return [
    {
      id,
      group,
      name: title,
      value,
      ratio: crmscript / quickjs,
      against: `QuickJS, ${milliseconds(quickjs)}`,
    },
    {
      id: `${id}.native`,
      group,
      name: '  the same',
      value,
      ratio: crmscript / native,
      against: `plain JavaScript, ${milliseconds(native)}`,
    },
  ];
}

const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

const percent = (ratio: number): string =>
  `${ratio < 1 ? '−' : '+'}${Math.abs(100 * (ratio - 1)).toFixed(0)} %`;
