import type { Input } from '../engine/inputs.ts';

/** What a person wrote, chose or filled in with which the step began. */
export type OriginWord = {
  readonly kind: 'word';
  readonly by: 'customer' | 'agent' | 'hand';
  /** 0 where there is no session yet, or none. */
  readonly session: number;
  readonly agent: number;
  readonly text: string;
};

type Field = 'text' | 'alias' | 'name' | 'email' | 'phone' | 'company' | 'question';

/** Inputs of EventData by how their names end, and what of an input of the step they are. */
const fields: Readonly<Record<string, Field>> = {
  message: 'text',
  customeralias: 'alias',
  customername: 'name',
  customeremail: 'email',
  customerphone: 'phone',
  companyname: 'company',
};

/** The word of the step's input that an input of a script is; null where it is none. The value is the same, never only like it. */
export function wordOf(input: Input, name: string, value: string): OriginWord | null {
  if (value === '') return null;
  if (input.type === 'admin.runsScript')
    return input.inputValues?.[name] === value ? wordBy('hand', input, value) : null;
  const field = fields[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (field === undefined || wordsIn(input)[field]?.trim() !== value.trim()) return null;
  return wordBy(input.type.startsWith('agent.') ? 'agent' : 'customer', input, value);
}

const wordBy = (by: OriginWord['by'], input: Input, text: string): OriginWord => ({
  kind: 'word',
  by,
  session: 'session' in input ? (input.session ?? 0) : 0,
  agent: 'agent' in input && typeof input.agent === 'number' ? input.agent : 0,
  text,
});

function wordsIn(input: Input): { readonly [Name in Field]?: string | undefined } {
  switch (input.type) {
    case 'customer.writes':
    case 'agent.writes':
      return { text: input.text };
    case 'customer.clicksOption':
      return { text: input.option };
    case 'customer.submitsForm':
      return { text: input.fields?.question, ...input.fields };
    case 'customer.connects':
      return input.customer ?? {};
    default:
      return {};
  }
}
