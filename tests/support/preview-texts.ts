import type { PreviewTexts } from '../../src/protocol/preview.ts';

/** What people say in a preview that a test asks for. */
export const previewTexts: PreviewTexts = {
  customer: {
    name: 'Kim Dahl',
    email: 'kim@example.com',
    phone: '+47 22 00 00 00',
    company: 'Dahl',
    country: 'Norway',
  },
  others: ['Ada Berg', 'Bo Lund'],
  question: 'Where is my parcel?',
  message: 'My parcel is late.',
  greeting: 'Hello',
  handOff: 'human',
  answer: 'Hello, I look for it.',
  agent: 'Kari Nord',
};
