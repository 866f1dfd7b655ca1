import type { Breakpoint } from '../../protocol/debug-api.ts';
import type { NewBreakpoint } from './breakpoints.ts';

/** A breakpoint as it is being written: empty is nothing. */
export type Draft = {
  readonly name: string;
  readonly condition: string;
  readonly hitCondition: string;
  readonly logMessage: string;
  readonly isOff: boolean;
};

export const draftOf = (one: Breakpoint | NewBreakpoint): Draft => ({
  name: 'name' in one ? one.name : '',
  condition: ('condition' in one ? one.condition : undefined) ?? '',
  hitCondition: ('hitCondition' in one ? one.hitCondition : undefined) ?? '',
  logMessage: ('logMessage' in one ? one.logMessage : undefined) ?? '',
  isOff: one.isOff === true,
});

/** Whether it is one on a function that has no name. */
export const isBare = ({ name }: Draft, { kind }: Pick<Breakpoint, 'kind'>): boolean =>
  kind === 'function' && name.trim() === '';

const given = <Name extends string>(name: Name, text: string): { readonly [Key in Name]?: string } =>
  (text.trim() === '' ? {} : { [name]: name === 'logMessage' ? text : text.trim() }) as {
    readonly [Key in Name]?: string;
  };

/** The breakpoint with what was written: nothing stands in it for what was left empty. */
export function written(one: Breakpoint | NewBreakpoint, draft: Draft): Breakpoint | NewBreakpoint {
  const off = draft.isOff ? { isOff: true } : {};
  const id = 'id' in one ? { id: one.id } : {};
  const when = {
    ...given('condition', draft.condition),
    ...given('hitCondition', draft.hitCondition),
    ...given('logMessage', draft.logMessage),
  };
  switch (one.kind) {
    case 'line':
      return { ...id, kind: 'line', script: one.script, line: one.line, ...when, ...off };
    case 'function':
      return { ...id, kind: 'function', name: draft.name.trim(), ...when, ...off };
    case 'exception':
      return { ...id, kind: 'exception', filter: one.filter, ...off };
    case 'data': {
      const { script, routine, expression } = one;
      return { ...id, kind: 'data', script, routine, expression, ...when, ...off };
    }
    case 'event':
      return { ...id, kind: 'event', event: one.event, ...off };
  }
}
