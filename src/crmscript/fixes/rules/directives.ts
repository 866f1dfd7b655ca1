import { nearest } from '../../nearest.ts';
import type { Place } from '../place.ts';
import type { Answer, Rules } from '../rule.ts';

/* Directives. */

function unknown(place: Place): Answer {
  const start = place.previous;
  if (start.text.toLowerCase() === 'include') {
    const message = `There is no directive "#${start.text}". Write #include.`;
    return { message, fix: place.writing('#include', place.index - 1) };
  }
  const near = nearest(start.text, ['include', 'setLanguageLevel']);
  return near === undefined ? {} : { fix: place.writing(`#${near}`, place.index - 1) };
}

/** `#include name` and `#include <name>`: the rest of the line is the name. */
function includeName(place: Place): Answer {
  const start = place.previous;
  let past = place.index;
  while (past < place.length - 1 && place.at(past).line === start.line && !place.is(';', past)) past += 1;
  if (past === place.index) return { span: start };
  const id = place.written(place.index, past).replace(/^<(.*)>$/, '$1');
  return {
    span: place.token,
    fix: place.writing(`"${id}"`, place.index, past, 'Put it into quotes'),
    isGuess: true,
  };
}

function level(place: Place): Answer {
  const { token, previous } = place;
  const isAlone = token.line !== previous.line || token.text === ';' || token.kind === 'end';
  return isAlone ? { fix: place.adding(token.text === ';' ? ' 3' : ' 3;') } : {};
}

export const directiveRules: Rules = [
  { codes: ['unknown-directive'], rule: unknown },
  { codes: ['include-name'], rule: includeName },
  { codes: ['language-level'], rule: level },
];
