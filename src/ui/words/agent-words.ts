/** The words of an agent's desk. */
export const agentWords = {
  handOver: (from: string) => `${from} wants to hand over`,
  accept: 'Accept',
  reject: 'Reject',
  accepted: (name: string, from: string) => `${name} taken over from ${from}`,
  rejected: (name: string, from: string) => `${name} stays with ${from}`,
  ended: (name: string) => `Chat with ${name} ended`,
  waitsFor: (to: string) => `${to} is asked to take over`,
  listensTo: (who: string) => `Listening to ${who}’s chat`,
  listeningShort: 'Listening',
  cannotSee: (agent: string, customer: string) => `${agent} and ${customer} cannot see you`,
  request: 'Request',
  chatMenu: (name: string) => `More about the chat with ${name}`,
  contact: 'Contact',
  over: 'Finished',
} as const;
