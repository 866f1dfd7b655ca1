import { personaOf, type Persona } from './persona.ts';

/** People who write about a parcel, one for each way in which customers make it hard: what a rush hour begins with. */
export const customers: readonly Persona[] = [
  personaOf({
    id: 1,
    name: 'Patient',
    traits: { patience: 600, reminders: 3, rating: 5 },
    lines: [
      '{Hi|Hello|Good morning}, {where is my parcel|my parcel has not come}?',
      'The number is {4711|1042|2093}.',
      'Thank you, {I will wait|that helps}.',
    ],
  }),
  personaOf({
    id: 2,
    name: 'Angry',
    traits: { patience: 60, reminders: 1, angry: true, speed: 60, rating: 1 },
    lines: [
      'My parcel is {late|lost} {again|}.',
      'That is the {third|fourth} time {this year|this month}.',
      'Then {send it again|give me my money back}.',
    ],
  }),
  personaOf({
    id: 3,
    name: 'Makes mistakes',
    traits: { typos: 35, speed: 70 },
    lines: [
      '{I think|I believe} there is something wrong with {my invoice|the address of my parcel}.',
      'It should be {Storgata 12|Bakkeveien 3} and not {Storgata 21|Bakkeveien 8}.',
      '{Great, thanks|Perfect, thank you}.',
    ],
  }),
  personaOf({
    id: 4,
    name: 'Three lines at once',
    traits: { piecemeal: true, speed: 80 },
    lines: [
      '{Hi|Hey}. I have a question. {Can I return a jacket without its box?|Do you ship to Iceland?}',
      'Okay. {And how long does it take|And what does it cost}?',
      'Good. Thanks.',
    ],
  }),
  personaOf({
    id: 5,
    name: 'Leaves without a word',
    traits: { silent: true, patience: 40, reminders: 0, rating: 0 },
    lines: ['{Can I change my order|Is order 1042 on its way}?', 'Hm.'],
  }),
  personaOf({
    id: 6,
    name: 'Comes back',
    traits: { returns: 100, rating: 3 },
    lines: [
      '{Hello|Hi}, I {cannot log in|have forgotten my password}.',
      'It says {error 17|that I am locked out}.',
      'It works now.',
    ],
  }),
];

/** Whoever sits at a desk and answers. */
export const helpful: Persona = personaOf({
  id: 7,
  name: 'Helpful',
  traits: { speed: 60, typos: 0 },
  lines: [
    '{Hello|Hi} {name}, I am {agent}. {Let me have a look|I am looking at it}.',
    '{I see|Thank you}. {It is on its way|That is changed now|I have mended that}.',
    '{You are welcome|Have a nice day}.',
  ],
});
