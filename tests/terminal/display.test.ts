import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS, type ScreenCase, THOROUGHLY, titlesIn } from './screens.ts';
import type { Session } from './session.ts';
import { exactly, named } from './wanted.ts';

/** What is drawn for at least, less than that, and much more. */
const SIZES = [
  [80, 24, 'unicode'],
  [60, 20, 'ascii'],
  [200, 60, 'unicode'],
] as const;
const SIZED = SCREENS.flatMap((screen) =>
  SIZES.map(([columns, rows, glyphs]) => ({ ...screen, columns, rows, glyphs })),
);
const BUFFERED = [
  ...SCREENS.map((screen) => ({ ...screen, buffer: '--alt-screen' })),
  ...THOROUGHLY.map((screen) => ({ ...screen, buffer: '--no-alt-screen' })),
];
/** Columns in which the axis of a chart may stand. */
const AXIS = 8;
/** Narrower and lower, narrower alone, lower alone, narrower and higher, wider and higher. */
const RESIZED = [
  [80, 24],
  [60, 24],
  [60, 20],
  [50, 40],
  [140, 50],
] as const;

/** Opens a screen and looks at each of its views. */
async function everyView(session: Session, { opened, views }: ScreenCase, look: () => void): Promise<void> {
  await session.shows(opened);
  await session.still();
  look();
  for (const keys of views) {
    session.press(keys);
    await session.still();
    look();
  }
}

/** From the first line to the last but one, and nothing else. */
const fills = (name: string) =>
  named(
    `a ${name} screen that fills all lines but the last`,
    ({ lines }) => titlesIn(lines, name).join() === '0' && lines.at(-2) !== '' && lines.at(-1) === '',
  );

describeInTerminal('the screen', () => {
  it.each(SIZED)(
    'leaves the last line free, wraps nothing and can be copied from, $name $columns × $rows $glyphs',
    async ({ columns, rows, glyphs, ...screen }) => {
      const session = openSession(`${screen.words} --glyphs ${glyphs}`, { size: [columns, rows] });
      await everyView(session, screen, () => {
        expect(titlesIn(session.screen.lines, screen.name)).toEqual([0]);
        expect(session.screen.lines.at(-1)).toBe('');
        expect(session.wrapped).toEqual([]);
        const cells = session.cells.flat();
        expect(cells.filter(({ width }) => width !== 1)).toEqual([]);
        expect(session.screen.lines.filter((line) => line.slice(AXIS).match(/[│┃║]/))).toEqual([]);
      });
      expect(session.written).not.toContain('\x1b[?100');
      expect(session.written).not.toContain('\x1b[3J');
      if (glyphs === 'ascii') expect([...session.written].filter((one) => one > '~')).toEqual([]);
    },
  );

  it.each(THOROUGHLY)('is drawn where CI is set, as long as there is a terminal, $name', async (screen) => {
    const session = openSession(screen.words, { env: { CI: 'true' } });
    await session.shows(screen.opened);
    session.press(screen.change[0]);
    const { alternate } = await session.shows(screen.change[1]);
    expect(alternate).toBe(true);
  });

  it.each(THOROUGHLY)('stays in its place in the ordinary buffer, $name', async (screen) => {
    const session = openSession(`${screen.words} --no-alt-screen`, { size: [100, 24] });
    await session.shows(screen.opened);
    const { length } = session.history;
    await everyView(session, screen, () => expect(session.history).toHaveLength(length));
    expect(titlesIn(session.history, screen.name)).toHaveLength(1);
  });

  it.each(BUFFERED)('follows the size of the terminal without debris, $name $buffer', async (screen) => {
    const { words, opened, complete, buffer, name } = screen;
    const session = openSession(`${words} ${buffer}`, { script: 'echo before; "$@"' });
    const { lines } = await session.shows(opened, fills(name), ...complete);
    for (const [columns, rows] of RESIZED) {
      await session.resize(columns, rows);
      await session.shows(fills(name));
      expect(session.wrapped).toEqual([]);
    }
    await session.resize(100, 30);
    await session.shows(exactly(lines));
    expect(session.history[0]).toBe('before');
    expect(session.written).not.toContain('\x1b[3J');
  });
});
