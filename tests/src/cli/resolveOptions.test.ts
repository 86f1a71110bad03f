import { describe, expect, it } from 'vitest';
import { type OptionSpec, UsageError } from '../../../src/cli/command.ts';
import { type RawValues, resolveOptions } from '../../../src/cli/resolveOptions.ts';

const SPECS = {
  users: { kind: 'integer', default: 100, range: [1, 10_000], about: '' },
  rate: { kind: 'number', default: 0.5, range: [0, 1], about: '' },
  seed: { kind: 'text', default: '1', about: '' },
  day: { kind: 'integer', range: [0, 10], about: '' },
  observe: { kind: 'text', choices: ['declared', 'full'], about: '' },
  set: { kind: 'list', about: '' },
  json: { kind: 'flag', about: '' },
  'alt-screen': { kind: 'flag', default: true, about: '' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

function resolve(flags: RawValues, file: RawValues = {}, environment: Record<string, string> = {}) {
  return resolveOptions(SPECS, flags, file, environment);
}

describe('resolveOptions(specs, flags, file, environment)', () => {
  it('takes defaults where nothing is given', () => {
    const { values, origins } = resolve({});
    expect(values).toEqual({
      users: 100,
      rate: 0.5,
      seed: '1',
      day: undefined,
      observe: undefined,
      set: [],
      json: false,
      'alt-screen': true,
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('puts a flag before the environment before the file before the default, and says which it was', () => {
    const file = { users: '2', rate: '0.2', seed: 'file' };
    const environment = { TENURE_USERS: '3', TENURE_RATE: '0.3' };
    const { values, origins } = resolve({ users: '4' }, file, environment);
    expect([values['users'], values['rate'], values['seed'], values['day']]).toEqual([
      4,
      0.3,
      'file',
      undefined,
    ]);
    expect([origins['users'], origins['rate'], origins['seed'], origins['day']]).toEqual([
      'flag',
      'environment',
      'file',
      'default',
    ]);
  });

  it('reads TENURE_ALT_SCREEN for --alt-screen, and minds neither other variables nor empty ones', () => {
    const environment = { TENURE_ALT_SCREEN: '0', TENURE_STRAY: 'x', TENURE_SEED: '', USERS: '7' };
    const { values, origins } = resolve({}, {}, environment);
    expect([values['alt-screen'], values['seed'], values['users']]).toEqual([false, '1', 100]);
    expect(origins['seed']).toBe('default');
  });

  it.each([
    ['10_000', 10_000],
    ['+5', 5],
    ['1e3', 1_000],
    ['7.0', 7],
  ])('reads the whole number %s', (text, expected) => {
    expect(resolve({ users: text }).values['users']).toBe(expected);
  });

  it.each([
    'abc',
    '',
    ' 5',
    '0',
    '-5',
    '10001',
    '1.5',
    '1__0',
    '0x10',
    'NaN',
    'Infinity',
    '12345678901234567890',
  ])('refuses "%s" for a whole number', (text) => {
    const message =
      text === ''
        ? '--users needs a value'
        : `--users: expected a whole number from 1 to 10000, got "${text}"`;
    expect(() => resolve({ users: text })).toThrow(new UsageError(message));
  });

  it.each(['abc', '1.01', '-0.1', '.', '1e999'])('refuses "%s" for a number', (text) => {
    expect(() => resolve({ rate: text })).toThrow(
      new UsageError(`--rate: expected a number from 0 to 1, got "${text}"`),
    );
  });

  it('keeps every digit of a seed of 20', () => {
    expect(resolve({ seed: '12345678901234567890' }).values['seed']).toBe('12345678901234567890');
  });

  it('refuses an option given twice, unless it is a list', () => {
    expect(() => resolve({ users: ['1', '2', '3'] })).toThrow(
      new UsageError('--users is given 3 times; give it once'),
    );
    expect(resolve({ set: ['a=1,b=2', 'c=3'] }).values['set']).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it.each([
    ['', '--seed needs a value'],
    [false, '--seed needs a value'],
    [{ a: 1 }, '--seed needs a value'],
    [null, '--seed needs a value'],
  ])('refuses %j for a text', (raw, message) => {
    expect(() => resolve({ seed: raw })).toThrow(new UsageError(message));
  });

  it.each([['', 'a=1,,b=2'].map((text) => [text])].flat())(
    'refuses the list "%s", which has a hole',
    (text) => {
      expect(() => resolve({ set: text })).toThrow(new UsageError('--set needs a value'));
    },
  );

  it('refuses what is not among the choices', () => {
    expect(resolve({ observe: 'full' }).values['observe']).toBe('full');
    expect(() => resolve({ observe: 'some' })).toThrow(
      new UsageError('--observe: expected declared or full, got "some"'),
    );
  });

  it.each([
    [true, true],
    ['true', true],
    ['1', true],
    [false, false],
    ['false', false],
    ['0', false],
  ])('reads %j for a flag', (raw, expected) => {
    expect(resolve({ json: raw }).values['json']).toBe(expected);
  });

  it('refuses anything else for a flag', () => {
    expect(() => resolve({ json: 'maybe' })).toThrow(
      new UsageError('--json: expected true or false, got "maybe"'),
    );
  });

  it('names the place that a wrong value came from', () => {
    expect(() => resolve({}, { users: 'many' })).toThrow(
      'users in the configuration file: expected a whole number from 1 to 10000, got "many"',
    );
    expect(() => resolve({}, {}, { TENURE_USERS: 'many' })).toThrow(
      'TENURE_USERS: expected a whole number from 1 to 10000, got "many"',
    );
  });

  it('does not look at a wrong value that a stronger one stands before', () => {
    expect(resolve({ users: '5' }, { users: 'many' }, { TENURE_USERS: 'many' }).values['users']).toBe(5);
  });
});
