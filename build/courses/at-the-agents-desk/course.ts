import type { CourseSource } from '../lesson-source.ts';

export const course: CourseSource = {
  revision: 1,
  title: 'At the agent’s desk',
  language: 'en',
  description:
    'For people who answer chats. You are Kari, at her desk; the customers come by themselves. Six lessons of five to ten minutes, and no scripts.',
};
