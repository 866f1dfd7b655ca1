import type { Input, InputOf } from './inputs.ts';
import { status } from './numbers.ts';
import { administers, type AdminInput } from './rules/admin.ts';
import { agentActs, picksUpNext, setsPresence } from './rules/agents.ts';
import { clicksOption, sendsFile, takesOfflineForm, writes } from './rules/customer.ts';
import { answersFaq } from './rules/faq.ts';
import { dismissesForm, returns, submitsForm } from './rules/forms.ts';
import { connect, leave } from './rules/sessions.ts';
import { setTyping } from './rules/typing.ts';
import { coded, type CodedText } from './codes.ts';
import { theInput } from './step-draft.ts';
import type { Cause, StepDraft } from './step-draft.ts';
import type { Session } from './world.ts';

type CustomerInput = Exclude<Extract<Input, { type: `customer.${string}` }>, { type: 'customer.connects' }>;

/**
 * Hands an input to its rule; a script may do the same through its host.
 *
 * @returns why the input is not possible now, or null when it was done. A refused input has emitted
 * nothing that is kept.
 */
export function handle(
  draft: StepDraft,
  input: Exclude<Input, { type: 'clock.advances' }>,
  because: Cause = theInput,
): CodedText | null {
  if (input.type === 'customer.connects') return connect(draft, because, input);
  if (input.type === 'agent.setsPresence') return setsPresence(draft, because, input);
  if (input.type === 'agent.picksUpNext') return picksUpNext(draft, because, input);
  if (isCustomers(input)) return customerActs(draft, because, input);
  if (isAdmins(input)) return administers(draft, because, input);
  return agentActs(draft, because, input);
}

const isCustomers = (input: Input): input is CustomerInput => input.type.startsWith('customer.');
const isAdmins = (input: Input): input is AdminInput => input.type.startsWith('admin.');

function customerActs(draft: StepDraft, because: Cause, input: CustomerInput): CodedText | null {
  const session = draft.world.sessions.get(input.session);
  if (session === undefined) return coded('no-session', { session: input.session });
  if (!session.connected && input.type !== 'customer.reconnects') {
    return coded('customer-disconnected', { session: session.id });
  }
  switch (input.type) {
    case 'customer.submitsForm':
      return submitsForm(draft, because, session, input);
    case 'customer.dismissesForm':
      return dismissesForm(draft, because, session, input);
    case 'customer.writes':
      return writes(draft, because, session, input);
    case 'customer.clicksOption':
      return clicksOption(draft, because, session, input);
    case 'customer.answersFaq':
      return answersFaq(draft, because, session, input);
    case 'customer.sendsFile':
      return sendsFile(draft, because, session, input);
    case 'customer.takesOfflineForm':
      return takesOfflineForm(draft, because, session);
    case 'customer.leaves':
      return leave(draft, because, session);
    case 'customer.types':
      return types(draft, because, session, input);
    case 'customer.disconnects':
      return disconnects(draft, because, session);
    case 'customer.returns':
      return returns(draft, because, session);
    case 'customer.reconnects':
      return reconnects(draft, because, session);
  }
}

function types(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.types'>,
): CodedText | null {
  if (session.status > status.finished) return coded('session-over', { session: session.id });
  setTyping(draft, because, session, 'customer', input.typing);
  return null;
}

/** The client vanishes without a word; whether that ends the session, a timer will say (chat-domain §11). */
function disconnects(draft: StepDraft, because: Cause, session: Session): CodedText | null {
  draft.emit(because, { type: 'customer.disconnected', session: session.id });
  return null;
}

function reconnects(draft: StepDraft, because: Cause, session: Session): CodedText | null {
  if (session.connected) return coded('customer-connected', { session: session.id });
  draft.emit(because, { type: 'customer.reconnected', session: session.id });
  return null;
}
