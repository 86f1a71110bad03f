import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS, THOROUGHLY } from './screens.ts';
import type { Session } from './session.ts';

/** How a session ends: what brings that about, the exit code, and what is said in the end. */
interface Ending {
  readonly how: string;
  readonly bring: (session: Session) => Promise<void> | void;
  readonly code: number;
  readonly says?: string;
  /** code that the program runs before its own */
  readonly preload?: string;
}

const LINES = 60;
const SCRIPT = `for k in {1..${LINES}}; do echo "before $k"; done
stty -g; "$@"; echo "exit $?"; stty -g; echo "the end"`;

/** Node's option for code that stands in the option itself. */
const importing = (code: string) => `--import=data:text/javascript,${encodeURIComponent(code)}`;
const THROW = `process.on('SIGUSR2', () => { throw new Error('something broke'); });`;
/** The next frame fails, once the title of the window says so. */
const BREAK_DRAWING = `process.on('SIGUSR2', () => {
  const { stdout } = process;
  const { write } = stdout;
  stdout.write('\\x1b]2;broken\\x07');
  stdout.write = () => { stdout.write = write; throw new Error('something broke'); };
});`;

async function breakDrawing(session: Session): Promise<void> {
  session.signal('SIGUSR2');
  await session.shows(() => session.written.includes('\x1b]2;broken'));
  session.press('?');
}

const ENDINGS: readonly Ending[] = [
  { how: 'q', bring: (session) => session.press('q'), code: 0 },
  { how: 'Ctrl-C', bring: (session) => session.press('ctrl-c'), code: 130 },
  { how: 'SIGINT', bring: (session) => session.signal('SIGINT'), code: 130 },
  { how: 'SIGTERM', bring: (session) => session.signal('SIGTERM'), code: 143 },
  { how: 'SIGHUP', bring: (session) => session.signal('SIGHUP'), code: 129 },
  {
    how: 'an error that nobody catches',
    preload: importing(THROW),
    bring: (session) => session.signal('SIGUSR2'),
    code: 1,
    says: 'something broke',
  },
  {
    how: 'an error in drawing',
    preload: importing(BREAK_DRAWING),
    bring: breakDrawing,
    code: 1,
    says: 'something broke',
  },
];

const SOME = ENDINGS.filter(({ how }) => ['q', 'SIGTERM', 'an error in drawing'].includes(how));
const IN_ALL_WAYS = [
  ...ENDINGS.map((ending) => ({ ...ending, buffer: '--alt-screen' })),
  ...SOME.map((ending) => ({ ...ending, buffer: '--no-alt-screen' })),
];
const IN_SOME = SOME.map((ending) => ({ ...ending, buffer: '--alt-screen' }));
const CASES = SCREENS.flatMap((screen) =>
  (THOROUGHLY.includes(screen) ? IN_ALL_WAYS : IN_SOME).map((ending) => ({ ...screen, ...ending })),
);

describeInTerminal('the terminal is given back after', () => {
  it.each(CASES)('$how, $name $buffer', async ({ words, opened, buffer, bring, code, says, preload }) => {
    const session = openSession(`${words} ${buffer}`, { script: SCRIPT, env: { NODE_OPTIONS: preload } });
    const { alternate, cursorVisible } = await session.shows(opened);
    expect([alternate, cursorVisible]).toEqual([buffer === '--alt-screen', false]);
    await bring(session);
    await session.ended;
    expect(session.screen).toMatchObject({ alternate: false, cursorVisible: true });
    const { history } = session;
    expect(history.slice(0, LINES)).toEqual(Array.from({ length: LINES }, (_, k) => `before ${k + 1}`));
    const [before, after] = history.filter((line) => /^[\da-f]+:[\da-f:]+$/.test(line));
    expect(after).toBe(before);
    expect(history).toEqual(expect.arrayContaining([`exit ${code}`, 'the end']));
    if (says !== undefined) expect(history.join('\n')).toContain(says);
    expect(session.written).not.toContain('\x1b[3J');
    expect(session.written.split('\x1b[?1049')).toHaveLength(alternate ? 3 : 1);
  });
});
