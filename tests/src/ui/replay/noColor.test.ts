import { expect, it, vi } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { runReplay } from '../../../../src/ui/replay/runReplay.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';
import { FakeInput, FakeOutput } from '../fakeTerminal.ts';

vi.hoisted(() => {
  process.env['NO_COLOR'] = '1';
  process.env['FORCE_COLOR'] = '1';
});

it('runReplay() draws without color where NO_COLOR is set', async () => {
  const [stdout, stdin] = [new FakeOutput(100, 30), new FakeInput()];
  const done = runReplay(openReplay(recordedEpisode(50, 10)), {
    day: 5,
    user: undefined,
    glyphs: 'ascii',
    altScreen: true,
    services: {},
    command: () => '',
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
  });
  await vi.waitFor(() => expect(stdout.written).toContain('q quit'), 5000);
  stdin.type('q');
  await done;
  expect(stdout.written).toContain('user 0: ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are the subject
  expect(stdout.written).not.toMatch(/\x1b\[[\d;]*m/);
});
