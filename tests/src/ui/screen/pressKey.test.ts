import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import type { Keyboard } from '../../../../src/ui/screen/keyboard.ts';
import { pressKey } from '../../../../src/ui/screen/pressKey.ts';
import { screenFooter } from '../../../../src/ui/screen/screenFooter.ts';
import { screenHelp } from '../../../../src/ui/screen/screenHelp.ts';
import { CALM, type ScreenState } from '../../../../src/ui/screen/screenState.ts';
import { mend } from '../../../../src/ui/screen/typeKey.ts';

interface Counter extends ScreenState {
  readonly count: number;
}

const keyboard: Keyboard<Counter, number> = {
  keys: [
    {
      keys: ['+', '-'],
      shown: '+ -',
      brief: 'count',
      about: 'one more, one less',
      commands: ['more', 'less'],
      refused: ({ count }, most) => (count >= most ? `${most} is enough` : undefined),
      press: (state, _, key) => ({ ...state, count: state.count + (key === '+' ? 1 : -1) }),
    },
    { keys: ['s'], shown: 's', press: (state) => ({ ...state, line: { kind: 'set', text: '' } }) },
  ],
  lines: {
    set: {
      prompt: 'set to',
      command: 'set',
      example: '7',
      about: 'set the count',
      accepts: /[0-9]/,
      hint: (_, most) => `up to ${most}`,
      take: (state, most, text) =>
        Number(text) <= most
          ? { ...state, count: Number(text) }
          : mend(state, { kind: 'set', text }, `expected at most ${most}, got ${text}`),
    },
  },
};

const press = (keys: readonly string[], from: Partial<Counter> = {}, most = 9) =>
  keys.reduce<Counter>((state, key) => pressKey(keyboard, state, key, most), { ...CALM, count: 0, ...from });
const typed = (text: string) => [...[...text].map((key) => (key === ' ' ? 'space' : key)), 'return'];

describe('pressKey()', () => {
  it('does what a key does, and says so where there is none', () => {
    expect(press(['+', '+', '-']).count).toBe(1);
    expect(press(['z']).message).toBe('no key z; ? shows them all');
    expect(press(['z', '+']).message).toBe('');
  });

  it('says why a key does nothing now', () => {
    expect(press(['+'], { count: 9 })).toMatchObject({ count: 9, message: '9 is enough' });
  });

  it('shows help with ? and hides it with ?, esc and other keys, which do what they do', () => {
    expect(press(['?']).help).toBe(true);
    expect(press(['?', '?']).help).toBe(false);
    expect(press(['?', 'escape'])).toMatchObject({ help: false, message: '' });
    expect(press(['?', '+'])).toMatchObject({ help: false, count: 1 });
  });

  it('scrolls help, not above its first line', () => {
    expect(press(['?', 'down', 'down', 'up']).helpTop).toBe(1);
    expect(press(['?', 'up']).helpTop).toBe(0);
    expect(press(['?', 'pagedown', '?', '?']).helpTop).toBe(0);
  });

  it('quits with Ctrl-C wherever it is', () => {
    expect(press(['ctrl-c']).quit).toBe(true);
    expect(press(['s', '4', 'ctrl-c']).quit).toBe(true);
    expect(press(['?', 'ctrl-c']).quit).toBe(true);
  });
});

describe('typed lines', () => {
  it('are taken with enter and given up with esc', () => {
    expect(press(['s', ...typed('42')], {}, 99)).toMatchObject({ count: 42, line: undefined, message: '' });
    expect(press(['s', '4', 'escape'])).toMatchObject({ count: 0, line: undefined });
  });

  it('lose a character with backspace and all of them with ctrl-u', () => {
    expect(press(['s', '4', '2', 'backspace']).line?.text).toBe('4');
    expect(press(['s', '4', '2', 'ctrl-u']).line?.text).toBe('');
    expect(press(['s', 'backspace']).line?.text).toBe('');
  });

  it('hold only what may be typed', () => {
    expect(press(['s', 'x'])).toMatchObject({ line: { text: '' }, message: 'enter takes it, esc gives up' });
    expect(press([':', 'x', 'space', 'up']).line?.text).toBe('x ');
  });

  it('stay to be mended where they cannot be taken', () => {
    expect(press(['s', ...typed('42')])).toMatchObject({
      count: 0,
      line: { kind: 'set', text: '42' },
      message: 'expected at most 9, got 42',
    });
  });

  it('have an end', () => {
    const long = press([':', ...new Array<string>(600).fill('x')]);
    expect(long.line?.text).toHaveLength(500);
  });
});

describe('commands behind a colon', () => {
  it('do what keys do, and take a text', () => {
    expect(press([':', ...typed('more')]).count).toBe(1);
    expect(press([':', ...typed('less')]).count).toBe(-1);
    expect(press([':', ...typed('set 7')]).count).toBe(7);
    expect(press([':', ...typed('help')]).help).toBe(true);
    expect(press([':', 'return'])).toMatchObject({ line: undefined, message: '' });
  });

  it('say why they do nothing now', () => {
    expect(press([':', ...typed('more')], { count: 9 })).toMatchObject({ count: 9, message: '9 is enough' });
  });

  it('name the nearest word, and stay to be mended', () => {
    expect(press([':', ...typed('moore')])).toMatchObject({
      message: 'no command "moore"; did you mean "more"?',
      line: { kind: ':', text: 'moore' },
    });
    expect(press([':', ...typed('set 42')])).toMatchObject({
      message: 'expected at most 9, got 42',
      line: { kind: ':', text: 'set 42' },
    });
  });
});

describe('help and footer', () => {
  const room = { width: 80, glyphs: glyphsOf('unicode') };
  const state = { ...CALM, count: 0 };
  const help = (count: number, height = 20) =>
    screenHelp(keyboard, { ...state, count }, 9, room, height).map(textOf);
  const footer = (change: Partial<Counter>, width = 80) =>
    screenFooter(
      { keyboard, state: { ...state, ...change }, context: 9, dispensable: ['count'] },
      { ...room, width },
    );

  it('tell every key, its command, and why it does nothing', () => {
    expect(help(0).slice(1)).toEqual([
      ' + -           one more, one less',
      ' ?             show or hide this list',
      ' :             type a command: a word below, or one of these',
      ' :set 7                        set the count',
      ' :more :less',
    ]);
    expect(help(9)[1]).toBe(' + -           one more, one less (not now: 9 is enough)');
  });

  it('say that there is more than fits', () => {
    expect(help(0, 4)).toHaveLength(4);
    expect(help(0, 4)[0]).toContain('1 to 3 of 5');
  });

  it('leave keys out that do nothing, and what is dispensable where there is no room', () => {
    expect(footer({}).map(textOf)).toEqual(['', ' + - count  ? help']);
    expect(textOf(footer({ count: 9 })[1])).toBe(' ? help');
    expect(textOf(footer({}, 12)[1])).toBe(' ? help');
  });

  it('show the end of a line that is too long, and never more than fits', () => {
    const [line] = footer({ line: { kind: 'set', text: '1234567890' } }, 16);
    expect(textOf(line)).toBe(' set to: …7890_…');
    for (const width of [1, 5, 9, 20, 60])
      for (const row of footer({ line: { kind: ':', text: 'x'.repeat(80) } }, width))
        expect(rowWidth(row)).toBeLessThanOrEqual(width);
  });
});
