import type { AgentFile } from '../../engine/definition.ts';
import type { ScenarioFile } from '../format.ts';
import { keyOf, nameWords, piecesOf } from './words.ts';

/** What a file says of one customer in one place. */
export type Mention = {
  readonly alias?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly company?: string | undefined;
  /** 0 where it is in no session. */
  readonly session: number;
};

/** Customers as they are described: contacts, who connects, what is filled into forms, and what customers write. */
export function* mentionsIn({ world, steps }: ScenarioFile): Generator<Mention> {
  for (const contact of world.contacts ?? []) yield { ...contact, session: 0 };
  let sessions = 0;
  for (const { input } of steps) {
    switch (input.type) {
      case 'customer.connects':
        yield { ...input.customer, session: ++sessions };
        break;
      case 'admin.savesContact':
        yield { ...input.contact, session: 0 };
        break;
      case 'customer.submitsForm':
        yield { ...input.fields, session: input.session };
        yield* typed(input.fields?.question ?? '', input.session);
        break;
      case 'customer.writes':
        yield* typed(input.text, input.session);
        break;
      default:
    }
  }
}

/** Addresses and numbers in what a customer writes: theirs, as far as anybody can tell. */
function* typed(text: string, session: number): Generator<Mention> {
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'email') yield { email: piece.text, session };
    if (piece.kind === 'phone' && isNumberOfSomebody(piece.text)) yield { phone: piece.text, session };
  }
}

/** Dates and short numbers are not: an order, an amount, a year. */
const isNumberOfSomebody = (text: string): boolean => {
  const digits = text.replaceAll(/\D/g, '').length;
  return !/^\d{4}-\d{2}-\d{2}/.test(text) && digits <= 15 && digits >= (text.startsWith('+') ? 7 : 8);
};

/** What belongs to agents, and so is nobody's to replace. */
export function ofAgents({ world, steps }: ScenarioFile) {
  const saved = steps.flatMap(({ input }) => (input.type === 'admin.savesAgent' ? [input.agent] : []));
  const agents: readonly AgentFile[] = [...(world.agents ?? []), ...saved];
  const names = agents.flatMap(({ name, firstName = '' }) => [name, firstName]);
  return {
    names: new Set(names.map(keyOf)),
    words: new Set(names.flatMap(nameWords).map(keyOf)),
    emails: new Set(agents.map(({ email = '' }) => keyOf(email))),
  };
}
