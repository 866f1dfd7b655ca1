import type { Input } from '../../engine/inputs.ts';
import type { Doer } from '../../protocol/exploring.ts';
import { oneLine } from '../format.ts';

/** What people do, as the rest of a sentence about them; `{}` is the customer whom it is about. */
const deeds: { readonly [T in Input['type']]?: string } = {
  'customer.connects': 'opens the chat',
  'customer.submitsForm': 'sends the form',
  'customer.dismissesForm': 'leaves the form',
  'customer.writes': 'writes',
  'customer.clicksOption': 'chooses',
  'customer.answersFaq': 'answers the FAQ',
  'customer.types': 'types',
  'customer.takesOfflineForm': 'takes the offline form',
  'customer.leaves': 'closes the chat',
  'customer.disconnects': 'vanishes',
  'customer.reconnects': 'comes back',
  'customer.returns': 'goes back to the conversation',
  'customer.sendsFile': 'sends the file',
  'agent.picksUp': 'answers {}',
  'agent.picksUpNext': 'gets the next in queue',
  'agent.writes': 'writes to {}',
  'agent.types': 'types to {}',
  'agent.transfers': 'asks to transfer {}',
  'agent.cancelsTransfer': 'takes the transfer of {} back',
  'agent.acceptsTransfer': 'accepts {}',
  'agent.rejectsTransfer': 'rejects {}',
  'agent.takesOver': 'takes over {}',
  'agent.createsRequest': 'makes a request for {}',
  'agent.ends': 'ends the chat with {}',
  'agent.listens': 'listens to {}',
  'agent.stopsListening': 'no longer listens to {}',
  'agent.linksContact': 'links {} to a contact',
  'agent.sendsFile': 'sends {} the file',
  'admin.savesScript': 'A script is saved',
  'admin.savesChannel': 'A channel is saved',
  'admin.savesMock': 'A mock is saved',
  'admin.savesWebhook': 'A webhook is saved',
  'admin.savesTrigger': 'A trigger is saved',
  'admin.runsScript': 'A script is run by hand',
};

/** The words that an input brings, if it does. */
function quoteIn(input: Input): string {
  if ('text' in input) return input.text;
  if (input.type === 'customer.clicksOption') return input.option;
  return input.type === 'customer.sendsFile' || input.type === 'agent.sendsFile' ? input.name : '';
}

/** An input in words: who, what they do, and their words; `about` is the customer whom an agent's is about. */
export function inputSentence(
  input: Input,
  { kind, name }: Doer,
  about: string,
): { readonly who: string; readonly does: string; readonly quote: string } {
  if (input.type === 'clock.advances')
    return { who: '', does: `The clock moves on by ${String(input.by / 1000)} s`, quote: '' };
  if (input.type === 'agent.setsPresence')
    return { who: name, does: input.present ? 'is Present' : 'goes Away', quote: '' };
  const known = deeds[input.type];
  const does =
    known ?? (kind === 'admin' ? 'Settings are changed' : (input.type.split('.')[1] ?? input.type));
  const who = name === '' && kind === 'customer' ? 'Somebody' : name;
  const quote = quoteIn(input);
  return {
    who,
    does: does.replace('{}', about === '' ? 'a customer' : about),
    quote: quote === '' ? '' : `“${oneLine(quote, 120)}”`,
  };
}
