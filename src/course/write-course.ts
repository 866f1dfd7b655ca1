import { writeAs } from '../scenario/write.ts';
import type { CourseFile } from './course.ts';
import { courseSchema } from './schema.ts';

/** A course as text, the same for the same course: reading it and writing it again gives the same bytes. */
export const writeCourse = (course: CourseFile): string => writeAs(courseSchema, course);
