import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { UsageError } from '../../../src/cli/command.ts';
import { exitCodeOf, messageOf } from '../../../src/cli/failure.ts';
import { Interruption } from '../../../src/cli/interruption.ts';
import { RunError } from '../../../src/experiment/runFolder.ts';

/** What the system says about a path. */
function systemError(path: string): unknown {
  try {
    return readFileSync(path);
  } catch (error) {
    return error;
  }
}

describe('exitCodeOf(error)', () => {
  it.each([
    ['misuse', new UsageError('no'), 2],
    ['a broken scenario', new ScenarioError('shop.yaml', []), 2],
    ['a broken run', new RunError('no'), 2],
    ['a file that is not there', systemError('/no/such/file'), 2],
    ['a folder where a file should be', systemError('/'), 2],
    ['Ctrl-C', new Interruption('SIGINT'), 130],
    ['SIGTERM', new Interruption('SIGTERM'), 143],
    ['any other failure', new TypeError('no'), 1],
    ['something thrown that is no error', 'no', 1],
  ])('of %s is what it should be', (_, error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});

describe('messageOf(error, debug)', () => {
  it('says what the system found about which path', () => {
    expect(messageOf(systemError('/no/such/file'), false)).toBe(
      '/no/such/file: there is no such file or folder',
    );
    expect(messageOf(systemError('/'), false)).toMatch(/folder, not a file|EISDIR/);
  });

  it('is the message of an error, with its stack for who debugs', () => {
    const error = new RangeError('too much');
    expect(messageOf(error, false)).toBe('too much');
    expect(messageOf(error, true)).toMatch(/^RangeError: too much\n\s+at /);
    expect(messageOf('plain words', true)).toBe('plain words');
  });
});
