import type { Input, InputOf } from './inputs.ts';
import { status } from './numbers.ts';
import { administers, type AdminInput } from './rules/admin.ts';
import { agentActs, picksUpNext, setsPresence } from './rules/agents.ts';
import { clicksOption, sendsFile, takesOfflineForm, writes } from './rules/customer.ts';
import { answersFaq } from './rules/faq.ts';
import { dismissesForm, returns, submitsForm } from './rules/forms.ts';
import { connect, leave } from './rules/sessions.ts';
import { setTyping } from './rules/typing.ts';
import { coded, type Said } from './said.ts';
import { theInput } from './stage.ts';
import type { Cause, Stage } from './stage.ts';
import type { Session } from './world.ts';

type CustomerInput = Exclude<Extract<Input, { type: `customer.${string}` }>, { type: 'customer.connects' }>;

/**
 * Hands an input to its rule; a script may do the same through its host.
 *
 * @returns why the input is not possible now, or null when it was done. A refused input has emitted
 * nothing that is kept.
 */
export function handle(
  stage: Stage,
  input: Exclude<Input, { type: 'clock.advances' }>,
  because: Cause = theInput,
): Said | null {
  if (input.type === 'customer.connects') return connect(stage, because, input);
  if (input.type === 'agent.setsPresence') return setsPresence(stage, because, input);
  if (input.type === 'agent.picksUpNext') return picksUpNext(stage, because, input);
  if (isCustomers(input)) return customerActs(stage, because, input);
  if (isAdmins(input)) return administers(stage, because, input);
  return agentActs(stage, because, input);
}

const isCustomers = (input: Input): input is CustomerInput => input.type.startsWith('customer.');
const isAdmins = (input: Input): input is AdminInput => input.type.startsWith('admin.');

function customerActs(stage: Stage, because: Cause, input: CustomerInput): Said | null {
  const session = stage.world.sessions.get(input.session);
  if (session === undefined) return coded('no-session', { session: input.session });
  if (!session.connected && input.type !== 'customer.reconnects') {
    return coded('customer-disconnected', { session: session.id });
  }
  switch (input.type) {
    case 'customer.submitsForm':
      return submitsForm(stage, because, session, input);
    case 'customer.dismissesForm':
      return dismissesForm(stage, because, session, input);
    case 'customer.writes':
      return writes(stage, because, session, input);
    case 'customer.clicksOption':
      return clicksOption(stage, because, session, input);
    case 'customer.answersFaq':
      return answersFaq(stage, because, session, input);
    case 'customer.sendsFile':
      return sendsFile(stage, because, session, input);
    case 'customer.takesOfflineForm':
      return takesOfflineForm(stage, because, session);
    case 'customer.leaves':
      return leave(stage, because, session);
    case 'customer.types':
      return types(stage, because, session, input);
    case 'customer.disconnects':
      return disconnects(stage, because, session);
    case 'customer.returns':
      return returns(stage, because, session);
    case 'customer.reconnects':
      return reconnects(stage, because, session);
  }
}

function types(
  stage: Stage,
  because: Cause,
  session: Session,
  input: InputOf<'customer.types'>,
): Said | null {
  if (session.status > status.finished) return coded('session-over', { session: session.id });
  setTyping(stage, because, session, 'customer', input.typing);
  return null;
}

/** The client vanishes without a word; whether that ends the session, a timer will say (chat-domain §11). */
function disconnects(stage: Stage, because: Cause, session: Session): Said | null {
  stage.emit(because, { type: 'customer.disconnected', session: session.id });
  return null;
}

function reconnects(stage: Stage, because: Cause, session: Session): Said | null {
  if (session.connected) return coded('customer-connected', { session: session.id });
  stage.emit(because, { type: 'customer.reconnected', session: session.id });
  return null;
}
