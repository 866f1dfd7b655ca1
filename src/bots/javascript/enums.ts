import { capitalised } from './letter-case.ts';
import { messageType, specialType, statusNames } from '../../engine/numbers.ts';

/* Enumerations, which JavaScript has as texts: "ToCustomer" for 1 (chat-domain §1.8). */

export type Enumeration = { readonly name: string; readonly texts: ReadonlyMap<string, number> };

const named = (name: string, numbers: Iterable<readonly [string, number]>): Enumeration => ({
  name,
  texts: new Map([...numbers].map(([text, number]) => [capitalised(text), number])),
});

const inOrder = (name: string, texts: readonly string[]): Enumeration =>
  named(
    name,
    texts.map((text, number) => [text, number]),
  );

/** The fields that hold one, by carrier and field. */
const fields: Readonly<Record<string, Readonly<Record<string, Enumeration>>>> = {
  ChatMessage: {
    Type: named('ChatMessageType', Object.entries(messageType)),
    SpecialType: named('ChatMessageSpecialType', Object.entries(specialType)),
  },
  ChatSessionEntity: { Status: inOrder('ChatSessionStatus', statusNames) },
  ChatWidgetSettings: {
    Theme: inOrder('ChatWidgetTheme', ['classic', 'modern']),
    Size: inOrder('ChatWidgetSize', ['normal', 'large']),
  },
};

export const enumerationOf = (carrier: string, field: string): Enumeration | undefined =>
  fields[carrier]?.[field];

/** The text of a number; the number itself where it has none, as messages of any type can be posted. */
export const textOf = ({ texts }: Enumeration, number: number): string | number =>
  [...texts].find(([, one]) => one === number)?.[0] ?? number;
