import { STEPS, type Step } from '../../learn/lesson.ts';
import { type LessonProgress, locked, movedTo, withLesson } from '../../learn/progress.ts';
import { type LearnContext, type LearnState, openProgress } from './learnState.ts';

/** Enter: opens the lesson that is pointed at, goes on to the next step, or locks the prediction. */
export function enter(state: LearnState, context: LearnContext): LearnState {
  const { lessons } = context;
  const own = openProgress(state, lessons);
  if (state.screen === 'list') return at(state, context, own, { screen: 'lesson' });
  if (own.step === 'explain') return afterLesson(state, context);
  if (own.step === 'predict' && !own.predictions) return lock(state, context, own);
  if (own.step === 'see' && !context.computed())
    return { ...state, message: 'it is being computed; enter goes on once it is there' };
  return at(state, context, movedTo(own, STEPS[STEPS.indexOf(own.step) + 1]));
}

function lock(state: LearnState, context: LearnContext, own: LessonProgress): LearnState {
  const lesson = context.lessons[state.lesson];
  const open = lesson.questions.findIndex(({ name }) => state.answers[name] === undefined);
  if (open >= 0) return { ...state, cursor: open, message: `first say: ${lesson.questions[open].ask}` };
  return at(state, context, locked(lesson, own, state.answers), { message: 'locked: it stays as it is' });
}

/** After the last lesson's end comes the list, after every other one the next lesson. */
function afterLesson(state: LearnState, context: LearnContext): LearnState {
  const next = state.lesson + 1;
  if (next >= context.lessons.length) return openList(state);
  const moved = { ...state, lesson: next };
  return at(moved, context, openProgress(moved, context.lessons));
}

/** b: to the step before. */
export function back(state: LearnState, context: LearnContext): LearnState {
  if (state.screen === 'list') return { ...state, message: 'enter opens the lesson, q quits' };
  const own = openProgress(state, context.lessons);
  const before: Step | undefined = STEPS[STEPS.indexOf(own.step) - 1];
  if (before === undefined)
    return { ...state, message: 'this is where the lesson begins; l lists the lessons' };
  return at(state, context, movedTo(own, before));
}

/** l: the list of lessons. */
export function openList(state: LearnState): LearnState {
  return { ...state, screen: 'list', top: 0, hint: false, cursor: 0 };
}

function at(
  state: LearnState,
  { lessons }: LearnContext,
  own: LessonProgress,
  change: Partial<LearnState> = {},
): LearnState {
  const progress = withLesson(state.progress, lessons[state.lesson].name, own);
  const kept = own.step === 'predict' || own.step === 'do' ? state.answers : {};
  const sameLesson = state.progress.current === lessons[state.lesson].name;
  return { ...state, ...change, progress, answers: sameLesson ? kept : {}, cursor: 0, top: 0, hint: false };
}
