import { afterEach, describe, expect, it, vi } from 'vitest';
import { processOutput } from '../../../src/cli/output.ts';

const { isTTY, columns } = process.stdout;

/** Pretends that stdout is a terminal, or is not. */
function pretendTerminal(terminal: boolean, width?: number): void {
  Object.assign(process.stdout, { isTTY: terminal, columns: width });
}

afterEach(() => {
  vi.unstubAllEnvs();
  Object.assign(process.stdout, { isTTY, columns });
});

describe('processOutput(json)', () => {
  it('styles words on a terminal', () => {
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('TERM', 'xterm-256color');
    pretendTerminal(true, 80);
    const { bold, dim, width } = processOutput(false);
    expect([bold('a'), dim('a'), width]).toEqual(['\u001b[1ma\u001b[22m', '\u001b[2ma\u001b[22m', 80]);
  });

  it.each([
    ['in a pipe', () => pretendTerminal(false), false],
    ['where NO_COLOR is set', () => vi.stubEnv('NO_COLOR', '1'), false],
    ['on a dumb terminal', () => vi.stubEnv('TERM', 'dumb'), false],
    ['in JSON', () => {}, true],
  ])('leaves them alone %s', (_, arrange, json) => {
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('TERM', 'xterm-256color');
    pretendTerminal(true, 80);
    arrange();
    const { bold, dim } = processOutput(json);
    expect([bold('a'), dim('a')]).toEqual(['a', 'a']);
  });

  it('prints data to stdout and remarks to stderr, a line each', () => {
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const output = processOutput(true);
    output.print('data');
    output.printJson({ low: -Infinity, mean: 1 });
    output.note('remark');
    const calls = [stdout.mock.calls.flat(), stderr.mock.calls.flat()];
    stdout.mockRestore();
    stderr.mockRestore();
    expect(calls).toEqual([['data\n', '{"low":null,"mean":1}\n'], ['remark\n']]);
  });
});
