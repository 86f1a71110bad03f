import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AGENTS } from '../../../agents/index.ts';
import type { AgentKind } from '../../../agents/kinds.ts';
import { FAMILIES, familyOf } from '../../../src/cli/agentFamilies.ts';

const ROOT = join(import.meta.dirname, '../../../agents');
const INDEX = readFileSync(join(ROOT, 'index.ts'), 'utf8');

/** Agents of agents/index.ts with the folder that each is imported from. */
async function agentsByFolder(): Promise<[AgentKind, string][]> {
  const found: [AgentKind, string][] = [];
  for (const [, name, path] of INDEX.matchAll(/import \{ (\w+) \} from '\.\/([^']+)'/g)) {
    const exported = (await import(join(ROOT, path)))[name];
    if (AGENTS.includes(exported)) found.push([exported, path.split('/')[0]]);
  }
  return found;
}

it('familyOf(kind) is the folder that the agent is in', async () => {
  const found = await agentsByFolder();
  expect(Object.fromEntries(found.map(([kind]) => [kind.name, familyOf(kind)]))).toEqual(
    Object.fromEntries(found.map(([{ name }, folder]) => [name, folder])),
  );
  // Those left over are others with a memory.
  const rest = AGENTS.filter((kind) => !found.some(([one]) => one === kind));
  expect(rest.filter(({ networks }) => networks !== 'recurrent')).toEqual([]);
  expect(new Set(rest.map(familyOf))).toEqual(new Set(['deep']));
  expect(new Set(found.map(([, folder]) => folder))).toEqual(new Set(Object.keys(FAMILIES)));
});
