import type { MockFile } from '../../../src/engine/definition.ts';

const address = (number: string) => `https://parcels.example.com/v1/parcels/${number}`;

/** A parcel that the service knows. */
export const knows = (number: string, state: string): MockFile => ({
  name: `Parcel ${number}`,
  request: { method: 'GET', url: address(number) },
  responses: [
    {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ number, state }),
      delay: 300,
    },
  ],
});

/** One that it cannot answer for. */
export const fails = (number: string, status: number): MockFile => ({
  name: number === '*' ? `No such parcel` : `Parcel ${number}`,
  request: { method: 'GET', url: address(number) },
  responses: [{ status, body: 'The service cannot answer.', delay: 300 }],
});

export const parcels = [knows('4711', 'on its way'), fails('1042', 503)];
