import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OptionSpec } from '../../../src/cli/command.ts';
import { readConfigurationFile } from '../../../src/cli/configurationFile.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const SPECS: Readonly<Record<string, OptionSpec>> = {
  seed: { kind: 'text', about: '' },
  users: { kind: 'text', about: '' },
  set: { kind: 'list', about: '' },
  json: { kind: 'flag', about: '' },
};

function read(text: string) {
  const file = join(temporaryFolder(), 'options.yaml');
  writeFileSync(file, text);
  return { file, values: () => readConfigurationFile(file, SPECS) };
}

describe('readConfigurationFile(path, specs)', () => {
  it('reads YAML and JSON, every value as it is written', () => {
    const expected = { seed: '12345678901234567890', users: '1e3', set: ['a=1', 'b=2'], json: 'true' };
    const yaml = 'seed: 12345678901234567890 # twenty digits\nusers: 1e3\nset: [a=1, b=2]\njson: true\n';
    expect(read(yaml).values()).toEqual(expected);
    expect(read(JSON.stringify(expected)).values()).toEqual(expected);
  });

  it('refuses an option that the command does not have, naming the file and the nearest', () => {
    const { file, values } = read('sed: 1\n');
    expect(values).toThrow(`${file}: this command has no option "sed"; did you mean "seed"?`);
  });

  it.each(['__proto__: 1', 'constructor: 1', 'toString: 1'])('refuses %s', (text) => {
    expect(read(text).values).toThrow('this command has no option');
  });

  it.each(['', '- seed', 'seed', '42'])('refuses "%s", which names no options', (text) => {
    const { file, values } = read(text);
    expect(values).toThrow(`${file}: expected option names with values`);
  });

  it('refuses a file that breaks the rules of YAML or of reason', () => {
    expect(read('seed: [1, 2').values).toThrow(/line 1/);
    expect(read('seed: &a 1\nusers: *a\n').values).toThrow(/alias/i);
    const { file, values } = read(`seed: ${'1'.repeat(70_000)}\n`);
    expect(values).toThrow(`${file} is too large for a configuration file`);
  });
});
