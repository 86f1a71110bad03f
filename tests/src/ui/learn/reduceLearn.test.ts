import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../../src/learn/lessons.ts';
import { type LearnState, openProgress } from '../../../../src/ui/learn/learnState.ts';
import { CONTEXT, opened, pressed } from './bench.ts';

const own = (state: LearnState) => openProgress(state, LESSONS);
const begun = opened(0);
const asked = pressed(begun, ['return']);
const locked = pressed(asked, ['1', '7', 'down', 'right', 'return']);

describe('the sandbox', () => {
  it('changes what is pointed at, and goes round', () => {
    const changed = pressed(begun, ['right', 'down', 'right', 'right', 'up', 'up', 'left']);
    expect(own(changed).settings).toMatchObject({ often: 'twice-a-week', week1: 'message', again: 'coupon' });
    expect(own(changed).step).toBe('do');
  });

  it('takes a number as it is typed, and says where it is none', () => {
    const bandit = pressed(opened(1), ['down', '1', '2', '0']);
    expect([own(bandit).settings['mails'], bandit.typed]).toEqual([120, '120']);
    const less = pressed(bandit, ['backspace']);
    expect(own(less).settings['mails']).toBe(12);
    expect(pressed(bandit, ['0']).message).toContain('1200: from 10 to 200');
    expect(own(pressed(bandit, ['0'])).settings['mails']).toBe(120);
    expect(pressed(begun, ['5']).message).toBe('there is no number to type here');
    expect(pressed(bandit, ['up', 'down', '3', '0']).typed).toBe('30');
  });

  it('keeps its settings for the steps that follow', () => {
    const changed = pressed(begun, ['right', 'return']);
    expect(own(changed)).toMatchObject({ step: 'predict', settings: { often: 'twice-a-week' } });
  });
});

describe('the prediction', () => {
  it('begins with nothing said, and is not locked before all is', () => {
    expect(asked.answers).toEqual({});
    const refused = pressed(asked, ['return']);
    expect(own(refused)).toMatchObject({ step: 'predict' });
    expect(own(refused).predictions).toBeUndefined();
    expect(refused.message).toContain('first say: how many of your 20');
    const half = pressed(asked, ['1', '7', 'return']);
    expect([half.cursor, own(half).predictions]).toEqual([1, undefined]);
  });

  it('is locked by enter, and nothing changes it afterwards', () => {
    expect(own(locked)).toMatchObject({ step: 'see', predictions: { kept: 17, first: 'you' } });
    const tried = pressed(locked, ['b', 'right', 'left', '5', 'up', 'return']);
    expect(own(tried)).toMatchObject({ step: 'see', predictions: { kept: 17, first: 'you' } });
    expect(pressed(locked, ['b', 'right']).message).toContain('locked');
  });

  it('locks the sandbox with it', () => {
    const back = pressed(locked, ['b', 'b']);
    expect(own(back).step).toBe('do');
    expect(own(pressed(back, ['right', 'down', 'right'])).settings).toEqual(own(back).settings);
  });

  it('is forgotten where another lesson is opened before it was locked', () => {
    const elsewhere = pressed(asked, ['1', '7', 'l', 'down', 'return']);
    expect([elsewhere.lesson, elsewhere.answers]).toEqual([1, {}]);
  });
});

describe('the steps', () => {
  it('wait for what is being computed', () => {
    const waiting = pressed(locked, ['return'], { ...CONTEXT, computed: () => false });
    expect(own(waiting).step).toBe('see');
    expect(waiting.message).toContain('being computed');
  });

  it('end with the lesson done, and lead to the next', () => {
    const explained = pressed(locked, ['return']);
    expect(own(explained)).toMatchObject({ step: 'explain', done: true });
    const next = pressed(explained, ['return']);
    expect([next.lesson, own(next).step]).toEqual([1, 'do']);
    expect(next.progress.current).toBe('bandit');
  });

  it('lead from the last lesson to the list', () => {
    const answers = ['right', 'down', 'right', 'return', 'return', 'return'];
    expect(pressed(opened(8), ['return', ...answers]).screen).toBe('list');
  });

  it('go back as far as the beginning', () => {
    expect(pressed(begun, ['b']).message).toContain('where the lesson begins');
    expect(own(pressed(asked, ['b'])).step).toBe('do');
  });
});

describe('the screen', () => {
  it('scrolls where nothing can be chosen, as far as there are lines', () => {
    expect(pressed(locked, ['down', 'down']).top).toBe(2);
    expect(pressed(locked, ['space']).top).toBe(10);
    expect(pressed(locked, ['space', 'space']).message).toBe('this is the end');
    expect(pressed(locked, ['up']).message).toBe('this is the top');
    const all = pressed(locked, ['down'], { ...CONTEXT, linesOf: () => ({ room: 20, lines: 9 }) });
    expect(all.message).toBe('all of it is on the screen');
  });

  it('has a list, help, a hint, and an end', () => {
    const list = pressed(begun, ['l', 'up', 'up']);
    expect([list.screen, list.lesson]).toEqual(['list', 7]);
    expect(pressed(list, ['return']).screen).toBe('lesson');
    expect(pressed(list, ['b']).message).toContain('enter opens');
    expect(pressed(list, ['right']).message).toContain('up and down');
    expect(pressed(begun, ['?']).help).toBe(true);
    expect(pressed(begun, ['?', 'down']).help).toBe(false);
    expect(pressed(begun, ['h']).hint).toBe(true);
    expect(pressed(begun, ['h', 'h']).hint).toBe(false);
    expect(pressed(begun, ['h', 'return']).hint).toBe(false);
    expect(pressed(begun, ['q']).quit).toBe(true);
    expect(pressed(begun, ['ctrl-c']).quit).toBe(true);
    expect(pressed(begun, ['x']).message).toBe('no key x; ? shows them all');
  });
});
