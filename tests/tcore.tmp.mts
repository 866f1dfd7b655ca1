import { readFileSync } from 'node:fs';
import { parseCourse } from '../src/course/parse-course.ts';
import { writeCourse } from '../src/course/write-course.ts';
import { playLesson } from '../src/course/play-lesson.ts';
import { means } from './course/lessons.ts';
for (const id of ['chatbots-in-twelve-steps','at-the-agents-desk']) {
  const text = readFileSync(`public/courses/${id}.rehearsal-course.json`,'utf8');
  const t0=performance.now();
  const p = parseCourse(text);
  console.log(id, performance.now()-t0, p.ok, p.ok ? p.warnings : p.problems);
  if (!p.ok) continue;
  console.log('canonical', writeCourse(p.course)===text);
  for (const l of p.course.lessons) {
    const t=performance.now();
    const nothing = playLesson(l, {...l.seed, steps:[...l.seed.steps.slice(0,l.start), {input:{type:'clock.advances',by:3600000}}]}, means);
    const sol = l.solution ? playLesson(l, l.solution, means): null;
    console.log(l.id, Math.round(performance.now()-t)+'ms', 'nothing:', nothing.state.checks.filter(c=>c.state==='passed').map(c=>c.name), 'solution', sol?.state.isPassed, sol?.state.checks.filter(c=>c.state!=='passed').map(c=>[c.name,c.state,JSON.stringify(c.why)]));
  }
}
