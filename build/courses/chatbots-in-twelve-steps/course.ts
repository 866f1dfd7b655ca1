import type { CourseSource } from '../lesson-source.ts';

export const course: CourseSource = {
  revision: 1,
  title: 'Chatbots in twelve steps',
  language: 'en',
  description:
    'For people who write bots for SuperOffice Service chats. From the first hello to the test that would have caught the bug, with one bot that grows from lesson to lesson. Each takes five to fifteen minutes.',
};
