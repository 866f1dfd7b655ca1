import type { Figure } from './figures.ts';
import type { JavaScriptSpeed } from './javascript-speed.ts';

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** A message that a bot in JavaScript echoes, beside the same in CRMScript. */
export function javascriptFigures(place: 'Node' | 'Chromium', speed: JavaScriptSpeed): readonly Figure[] {
  const group = `Bots in JavaScript in ${place === 'Node' ? 'Node' : 'a worker of Chromium'}`;
  const figure = (id: string, name: string, own: number, other: number): Figure => ({
    id: `${place.toLowerCase()}.javascript.${id}`,
    group,
    name,
    value: milliseconds(own),
    ratio: own / other,
    against: `CRMScript, ${milliseconds(other)}`,
  });
  return [
    figure('first', 'first message that the bot answers', speed.first, speed.firstCrmScript),
    figure('later', 'each later one', speed.later, speed.laterCrmScript),
    {
      ...figure('prepared', 'the engine made ready, once', speed.prepared, speed.first),
      against: 'the first message',
    },
  ];
}
