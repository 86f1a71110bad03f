import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../src/learn/lessons.ts';
import {
  locked,
  movedTo,
  NO_PROGRESS,
  nextLesson,
  progressIn,
  restarted,
  withLesson,
} from '../../../src/learn/progress.ts';

const [first, second] = LESSONS;
const begun = progressIn(NO_PROGRESS, first);
const answers = { kept: 17, first: 'none' };

describe('progress', () => {
  it('begins with the sandbox as the lesson sets it', () => {
    expect(begun).toMatchObject({ seed: '1', step: 'do', done: false, earlier: [] });
    expect(begun.settings).toMatchObject({ often: 'weekly', week1: 'none' });
    expect(progressIn(NO_PROGRESS, first, 'spring').seed).toBe('spring');
  });

  it('shows nothing before the prediction is locked', () => {
    expect(movedTo(begun, 'see')).toBe(begun);
    expect(movedTo(begun, 'explain')).toBe(begun);
    expect(movedTo(begun, 'predict').step).toBe('predict');
  });

  it('locks a prediction once, and never changes it', () => {
    const own = locked(first, begun, { ...answers, other: 1 });
    expect(own).toMatchObject({ step: 'see', predictions: answers });
    expect(own.predictions).not.toHaveProperty('other');
    expect(() => locked(first, own, { kept: 3, first: 'you' })).toThrow(
      'the prediction of lesson policy is locked',
    );
    expect(movedTo(own, 'predict').predictions).toEqual(answers);
  });

  it('needs an answer to every question', () => {
    expect(() => locked(first, begun, { kept: 17 })).toThrow('without an answer');
    expect(() => locked(first, begun, { kept: 99, first: 'none' })).toThrow('without an answer');
  });

  it('is done with a lesson at its last step, and stays so', () => {
    const own = movedTo(locked(first, begun, answers), 'explain');
    expect(own.done).toBe(true);
    expect(movedTo(own, 'do').done).toBe(true);
  });

  it('begins anew with what was predicted set aside', () => {
    const own = locked(first, begun, answers);
    const again = restarted(first, own);
    expect(again).toMatchObject({ step: 'do', done: false, earlier: [{ seed: '1', predictions: answers }] });
    expect(again).not.toHaveProperty('predictions');
    expect(restarted(first, again).earlier).toHaveLength(1);
  });

  it('keeps a prediction aside that does not fit the lesson any more', () => {
    const own = { ...locked(first, begun, answers), predictions: { kept: 17, first: 'somebody' } };
    const kept = progressIn(withLesson(NO_PROGRESS, first.name, own), first);
    expect(kept).toMatchObject({ step: 'do', earlier: [{ predictions: { first: 'somebody' } }] });
  });

  it('goes on with the open lesson, then with the first that is not done', () => {
    expect(nextLesson(NO_PROGRESS, LESSONS)).toBe(first);
    const open = withLesson(NO_PROGRESS, second.name, progressIn(NO_PROGRESS, second));
    expect(nextLesson(open, LESSONS)).toBe(second);
    const done = { ...progressIn(NO_PROGRESS, second), done: true };
    expect(nextLesson(withLesson(NO_PROGRESS, second.name, done), LESSONS)).toBe(first);
    const all = LESSONS.reduce((sum, { name }) => withLesson(sum, name, done), NO_PROGRESS);
    expect(nextLesson(all, LESSONS)).toBe(LESSONS[LESSONS.length - 1]);
  });
});
