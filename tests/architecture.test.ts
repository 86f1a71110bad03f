import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What each part of the house may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'environments/random': [],
  'environments/contract.ts': [],
  'environments/scenario': ['environments/contract.ts', 'environments/random'],
  'environments/population': ['environments/contract.ts', 'environments/random', 'environments/scenario'],
  'environments/exact': ['environments/random', 'environments/scenario'],
  agents: ['environments/contract.ts', 'environments/random'],
  'src/statistics': [],
  'src/training': ['environments', 'src/statistics'],
  'src/experiment': ['environments', 'src/statistics', 'src/training'],
  'src/replay': ['environments', 'src/statistics'],
  'src/learn': ['environments', 'agents', 'src/experiment', 'src/statistics', 'src/replay'],
  'src/ui': ['environments', 'src/replay', 'src/learn', 'src/training'],
  'src/cli': ['environments', 'agents', 'src'],
  'src/index.ts': ['environments', 'agents', 'src'],
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const FILES = ['environments', 'agents', 'src'].flatMap(sources);

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1]);
  return specifiers.map((specifier) => relative(ROOT, resolve(ROOT, dirname(file), specifier)));
}

/** Imports that exist when the program runs: types are gone by then. */
function valueImportsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^;]*?)from\s+'(\.[^']+)'/g)];
  const real = imports.filter(
    ([, type, names]) => !type && !/^\{\s*(type [^,}]+,?\s*)+\}\s*$/.test(names.trim()),
  );
  return real.map(([, , , specifier]) => relative(ROOT, resolve(ROOT, dirname(file), specifier)));
}

const within = (file: string, part: string) => file === part || file.startsWith(`${part}/`);

describe('the floors of the house', () => {
  it('holds every source file in a part that has rules', () => {
    const homeless = FILES.filter((file) => !Object.keys(MAY_IMPORT).some((part) => within(file, part)));
    expect(homeless).toEqual([]);
  });

  it.each(Object.entries(MAY_IMPORT))('%s imports only what is below it', (part, allowed) => {
    const files = FILES.filter((file) => within(file, part));
    expect(files.length).toBeGreaterThan(0);
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => ![part, ...allowed].some((place) => within(target, place)))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle of imports', () => {
    const graph = new Map(FILES.map((file) => [file, valueImportsOf(file)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of FILES) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('randomness and clocks', () => {
  const below = FILES.filter((file) => !within(file, 'src/cli') && !within(file, 'src/ui'));

  it.each([
    ['Math.random', /Math\.random\b/],
    ['Date', /\bDate\.now\b|new Date\b/],
    ['performance.now', /performance\.now/],
  ])('%s is not reached for below the command line', (_, pattern) => {
    const code = (file: string) =>
      readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(below.filter((file) => pattern.test(code(file)))).toEqual([]);
  });

  it.each(['Math.pow', 'Math.exp', 'Math.log'])(
    '%s, which may differ between engines, is not used by the world',
    (name) => {
      const code = (file: string) =>
        readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const world = FILES.filter((file) => within(file, 'environments') || within(file, 'agents'));
      expect(world.filter((file) => code(file).includes(`${name}(`))).toEqual([]);
    },
  );
});
