import { consoleScope } from './console.ts';
import { dateScope } from './date.ts';
import { timerScope } from './timers.ts';

/**
 * What every script finds, whatever it is for: one function expression in JavaScript that is evaluated in the engine
 * before anything else. `bridge` is the only function of the host there is, and stays in here: it takes texts and gives
 * a text, a number or nothing. What belongs to the language is taken at the beginning, as a script may replace it.
 *
 * Taken away is what would make two machines differ or waits for another thread. Evaluating texts (`eval`, `Function`)
 * stays: such a text runs in the same engine, with the same limits, as the script that made it.
 */
export const baseScope = String.raw`
(bridge) => {
  'use strict';
  const { parse, stringify } = JSON;
  const { defineProperty } = Object;
  const TheError = Error;
  const isError = Error.isError;
  const kinds = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  for (const name of ['Atomics', 'SharedArrayBuffer', 'navigator', 'performance', 'gc']) delete globalThis[name];

  const hidden = (object, name, value) =>
    defineProperty(object, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
  const here = () => {
    const { stack } = new TheError();
    return typeof stack === 'string' ? stack : '';
  };

  const random = () => bridge('random');
  hidden(Math, 'random', { random() { return random(); } }.random);

  const call = (name, args) => {
    const answer = parse(bridge('call', name, stringify(args), here()));
    if (answer.failed === undefined) return answer.value;
    const failure = new (kinds[answer.failed] ?? TheError)(answer.message);
    if (failure.name !== answer.failed) hidden(failure, 'name', answer.failed);
    throw failure;
  };

  ${consoleScope}
  ${timerScope}
  ${dateScope}

  const attempt = (most, action) => {
    try {
      const text = action();
      return typeof text === 'string' ? apply(cut, text, [0, most]) : '';
    } catch {
      return '';
    }
  };

  return {
    __proto__: null,
    /** Evaluates a global scope: what it returns begins a run. */
    scope(make, names) {
      const host = { __proto__: null };
      for (const name of parse(names)) host[name] = (...args) => call(name, args);
      const begin = make(host, { __proto__: null, inspect, parse, stringify });
      return (given) => { begin(parse(given)); };
    },
    nextTimer,
    /** What is to be said of something that was thrown, as JSON. */
    told(value) {
      const error = isError(value);
      return stringify({
        __proto__: null,
        name: error ? attempt(100, () => '' + value.name) : '',
        text: error ? attempt(2000, () => '' + value.message) : attempt(2000, () => inspect(value)),
        stack: error ? attempt(20000, () => value.stack) : '',
      });
    },
  };
}
`;
