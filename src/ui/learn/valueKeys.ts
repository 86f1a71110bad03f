import { type Control, parseValue, stepped, type Value } from '../../learn/control.ts';
import { withLesson } from '../../learn/progress.ts';
import { type LearnContext, type LearnState, openProgress } from './learnState.ts';

/** What arrow keys change in this state: the sandbox's controls, or the questions while they are open. */
export function changeable(
  state: LearnState,
  { lessons }: Pick<LearnContext, 'lessons'>,
): readonly Control[] {
  if (state.screen === 'list') return [];
  const { step, predictions } = openProgress(state, lessons);
  if (predictions) return [];
  if (step === 'do') return lessons[state.lesson].controls;
  return step === 'predict' ? lessons[state.lesson].questions : [];
}

/** The value of a control as it stands. */
export function currentValue(
  state: LearnState,
  { lessons }: Pick<LearnContext, 'lessons'>,
  name: string,
): Value | undefined {
  const { step, settings } = openProgress(state, lessons);
  return step === 'do' ? settings[name] : state.answers[name];
}

/** Points at the next (1) or previous (−1) control or lesson; where there is none, scrolls by a line. */
export function move(state: LearnState, context: LearnContext, by: 1 | -1): LearnState {
  const { length } = context.lessons;
  if (state.screen === 'list') return { ...state, lesson: (state.lesson + by + length) % length };
  const controls = changeable(state, context);
  if (controls.length === 0) return scroll(state, context, by);
  return { ...state, cursor: (state.cursor + by + controls.length) % controls.length };
}

/** Changes what is pointed at. */
export function change(state: LearnState, context: LearnContext, by: 1 | -1): LearnState {
  const control = changeable(state, context)[state.cursor];
  if (!control) return { ...state, message: nothingToChange(state, context) };
  return withValue(state, context, control, stepped(control, currentValue(state, context, control.name), by));
}

function nothingToChange(state: LearnState, { lessons }: LearnContext): string {
  if (state.screen === 'list') return 'up and down choose a lesson, enter opens it';
  return openProgress(state, lessons).predictions
    ? 'your prediction is locked: there is nothing to change any more'
    : 'nothing to change here; enter goes on';
}

/** A digit, a point or backspace, for a number. */
export function pressDigit(state: LearnState, key: string, context: LearnContext): LearnState {
  const control = changeable(state, context)[state.cursor];
  if (control?.kind !== 'number') return { ...state, message: 'there is no number to type here' };
  const typed = key === 'backspace' ? state.typed.slice(0, -1) : `${state.typed}${key}`.slice(0, 8);
  const value = parseValue(control, typed);
  const [lowest, highest] = control.range;
  if (value === undefined) return { ...state, typed, message: `${typed}: from ${lowest} to ${highest}` };
  return { ...withValue(state, context, control, value), typed };
}

/** Scrolls by nearly a screen. */
export function page(state: LearnState, context: LearnContext, by: 1 | -1): LearnState {
  const { room } = context.linesOf(state);
  return scroll(state, context, by * Math.max(room - 2, 1));
}

function scroll(state: LearnState, context: LearnContext, by: number): LearnState {
  const { room, lines } = context.linesOf(state);
  const top = Math.min(Math.max(state.top + by, 0), Math.max(lines - room, 0));
  if (top !== state.top) return { ...state, top };
  return {
    ...state,
    message: lines <= room ? 'all of it is on the screen' : by < 0 ? 'this is the top' : 'this is the end',
  };
}

function withValue(
  state: LearnState,
  { lessons }: LearnContext,
  { name }: Control,
  value: Value,
): LearnState {
  const own = openProgress(state, lessons);
  if (own.step === 'predict') return { ...state, answers: { ...state.answers, [name]: value } };
  const changed = { ...own, settings: { ...own.settings, [name]: value } };
  return { ...state, progress: withLesson(state.progress, lessons[state.lesson].name, changed) };
}
