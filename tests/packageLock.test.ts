import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Readonly<
  Record<string, Record<string, string>>
>;

it('package-lock.json holds every optional dependency it names, as npm ci stops where one is missing', () => {
  const entries = Object.keys(lock.packages);
  const named = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const missing = named.filter((name) => !entries.some((entry) => entry.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

it('package.json pins exact versions', () => {
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('the README names every dependency under "Built on"', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Built on')[1] ?? '';
  const names = ['dependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
