// Plays every policy of the shipped scenarios and writes what the README shows: the comparisons as JSON, and
// results/README.md, the tables. `npm run results` does all of it; `npm run results -- networks` one part, and takes the
// others from their files; `readme` makes none and sets the tables. The same digits every time.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as businesses from './businesses.mjs';
import * as finite from './finite.mjs';
import * as finiteNetworks from './finiteNetworks.mjs';
import * as networks from './networks.mjs';
import * as pictures from './pictures.mjs';
import { summary } from './summary.mjs';

const TENURE = join(import.meta.dirname, '../dist/tenure.js');
const PARTS = ['businesses', 'networks', 'finite', 'finite-networks', 'pictures'];

function tenure(...words) {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync(process.execPath, [TENURE, ...words, '--json'], options));
}

const file = (name) => join(import.meta.dirname, `${name}.json`);
const read = (name) => JSON.parse(readFileSync(file(name), 'utf8'));
const write = (name, value) => writeFileSync(file(name), `${JSON.stringify(value, null, 1)}\n`);

const asked = process.argv.slice(2);
const known = [...PARTS, 'readme', ...businesses.names(tenure)];
const unknown = asked.find((part) => !known.includes(part));
if (unknown) throw new Error(`there is no part "${unknown}"; parts: ${known.join(', ')}`);
const parts = asked.length > 0 ? asked : PARTS;
const place = mkdtempSync(join(tmpdir(), 'tenure-results-'));
for (const name of businesses.names(tenure))
  if (parts.includes('businesses') || parts.includes(name))
    write(name, businesses.measure(tenure, place, name));
if (parts.includes('networks')) write('networks', networks.measure(tenure, place));
if (parts.includes('finite')) write('finite', finite.measure(tenure, place));
if (parts.includes('finite-networks')) write('finite-networks', finiteNetworks.measure(tenure, place));
if (parts.includes('pictures')) pictures.draw(tenure, place);
rmSync(place, { recursive: true });

/** What a part shows, once it has been measured. */
const shown = (name, show) => (existsSync(file(name)) ? show(read(name)) : []);
const text = [
  '# Results',
  '',
  'Made by `npm run results` (about two hours on two cores; `npm run results -- <part>` makes one part: a scenario below, or one of',
  `${PARTS.join(', ')}); all figures are in the JSON files beside this one. Raw runs are kept in \`results/runs/\`, which git`,
  'ignores.',
  '',
  ...summary(
    businesses
      .names(tenure)
      .filter((name) => existsSync(file(name)))
      .map(read),
    businesses.LEARNED,
  ),
  ...businesses.names(tenure).flatMap((name) => shown(name, businesses.show)),
  ...shown('networks', networks.show),
  ...shown('finite', finite.show),
  ...shown('finite-networks', finiteNetworks.show),
];
writeFileSync(join(import.meta.dirname, 'README.md'), text.join('\n'));
