import type { AgentFile, ChannelFile, WorldFile } from '../../../src/engine/definition.ts';
import type { ScenarioStep } from '../../../src/scenario/format.ts';

const names = ['Ada Berg', 'Bo Lund', 'Cy Moen', 'Dee Holm', 'Eve Dahl', 'Finn Aas', 'Gro Nes', 'Hal Vik'];

/** The name of the n-th customer of a crowd, from 1. */
export const nameOf = (n: number): string => {
  const name = names[(n - 1) % names.length] ?? '';
  return n <= names.length ? name : `${name} ${String(Math.ceil(n / names.length))}`;
};

const channel = (id: number, name: string, color: string, agents: readonly AgentFile[]): ChannelFile => ({
  id,
  name,
  preChatForm: { enabled: false },
  layout: { header: name, color },
  members: agents.map((agent) => ({
    agent: agent.id,
    canRespond: true,
    notifications: true,
    canListen: true,
    manager: true,
  })),
});

export const crowdAgents: readonly AgentFile[] = [
  { id: 1, name: 'Kari Nord', firstName: 'Kari', present: true },
  { id: 2, name: 'Ola Sand', firstName: 'Ola', present: true },
];

/** Three channels in three colours. */
export const crowdWorld = (agents: readonly AgentFile[] = crowdAgents): WorldFile => ({
  startsAt: '2026-03-02T09:00:00Z',
  agents,
  channels: [
    channel(1, 'Help desk', '#0a5e58', agents),
    channel(2, 'Web shop', '#8a3a0e', agents),
    channel(3, 'Returns', '#4a2a7b', agents),
  ],
});

/** So many customers, on the channels in turn; the first `talking` of them talk with Kari. */
export function crowdSteps(count: number, talking: number): readonly ScenarioStep[] {
  const steps: ScenarioStep[] = [];
  for (let n = 1; n <= count; n += 1) {
    const customer = { alias: nameOf(n), name: nameOf(n) };
    steps.push({ at: '+2s', input: { type: 'customer.connects', channel: 1 + ((n - 1) % 3), customer } });
    if (n > talking) continue;
    steps.push({ input: { type: 'agent.picksUp', agent: 1, session: n } });
    steps.push({ input: { type: 'agent.writes', agent: 1, session: n, text: `Hello ${nameOf(n)}` } });
  }
  return steps;
}
