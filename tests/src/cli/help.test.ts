import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { runMain } from '../../support/runMain.ts';

describe('tenure --help', () => {
  it.each(['--help', '-h'])('lists every command on stdout and exits 0: %s', async (word) => {
    const { code, stdout, stderr } = await runMain(word);
    expect([code, stderr]).toEqual([0, '']);
    for (const [name, { describe: about }] of Object.entries(COMMANDS)) {
      expect(stdout).toContain(`tenure ${name}  `);
      expect(stdout.replace(/\s+/g, ' ')).toContain(about);
    }
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it.each(['--version', '-v'])('tells the version: %s', async (word) => {
    expect(await runMain(word)).toEqual({ code: 0, stdout: '0.0.0-source\n', stderr: '' });
    expect(await runMain('train', word)).toEqual({ code: 0, stdout: '0.0.0-source\n', stderr: '' });
  });
});

describe.each(Object.keys(COMMANDS))('tenure %s --help', (name) => {
  it('shows what it does, examples that can be copied, and then every option with its default', async () => {
    const { command } = await COMMANDS[name].load();
    const { code, stdout, stderr } = await runMain(name, '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(`tenure ${name}`)).toBe(true);
    expect(stdout).toContain(command.describe);
    for (const [line, about] of command.examples) expect(stdout).toContain(`  # ${about}\n  ${line}\n`);
    const options = stdout.indexOf('--json');
    expect(stdout.indexOf('Examples:')).toBeGreaterThan(0);
    expect(options).toBeGreaterThan(stdout.indexOf(command.examples.at(-1)![0]));
    const flat = stdout.replace(/\s+/g, ' ');
    for (const [option, spec] of Object.entries(command.options)) {
      expect(flat).toContain(`--${option} ${spec.about}`);
      if ('default' in spec) expect(flat).toContain(`${spec.about} [${spec.default}]`);
    }
  });

  it('has examples that name commands and options that exist', async () => {
    const { command } = await COMMANDS[name].load();
    expect(command.examples.length).toBeGreaterThan(0);
    for (const [line] of command.examples) {
      const [program, called = 'quickstart', ...rest] = line.split(' ');
      expect([program, called]).toEqual(['tenure', name]);
      const options = rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0]);
      const known = [...Object.keys(command.options), 'json', 'config', 'debug'];
      expect(options.filter((option) => !known.includes(option))).toEqual([]);
    }
  });
});
