import { nearest } from '../../nearest.ts';
import type { FaultSite } from '../fault-site.ts';
import type { Answer, Rules } from '../rule.ts';

/* Directives. */

function unknown(site: FaultSite): Answer {
  const start = site.previous;
  if (start.text.toLowerCase() === 'include') {
    const message = `There is no directive "#${start.text}". Write #include.`;
    return { message, fix: site.writing('#include', site.index - 1) };
  }
  const near = nearest(start.text, ['include', 'setLanguageLevel']);
  return near === undefined ? {} : { fix: site.writing(`#${near}`, site.index - 1) };
}

/** `#include name` and `#include <name>`: the rest of the line is the name. */
function includeName(site: FaultSite): Answer {
  const start = site.previous;
  let past = site.index;
  while (past < site.length - 1 && site.at(past).line === start.line && !site.is(';', past)) past += 1;
  if (past === site.index) return { span: start };
  const id = site.written(site.index, past).replace(/^<(.*)>$/, '$1');
  return {
    span: site.token,
    fix: site.writing(`"${id}"`, site.index, past, 'Put it into quotes'),
    isGuess: true,
  };
}

function level(site: FaultSite): Answer {
  const { token, previous } = site;
  const isAlone = token.line !== previous.line || token.text === ';' || token.kind === 'end';
  return isAlone ? { fix: site.adding(token.text === ';' ? ' 3' : ' 3;') } : {};
}

export const directiveRules: Rules = [
  { codes: ['unknown-directive'], rule: unknown },
  { codes: ['include-name'], rule: includeName },
  { codes: ['language-level'], rule: level },
];
