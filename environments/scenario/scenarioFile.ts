import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { quoted, ScenarioError } from './diagnostics.ts';
import { basesOf, type ShippedScenarios } from './extends.ts';
import { MAX_BYTES } from './yamlTokens.ts';

/** The text of a scenario file, with the name it goes by. */
export interface ScenarioSource {
  /** names the scenario in tables and folders: lower-case letters, digits, - and _ */
  readonly name: string;
  /** path used in messages */
  readonly file: string;
  readonly text: string;
  /** where it extends another scenario: that one, the one that one extends, and so on */
  readonly bases?: readonly ScenarioSource[];
}

/**
 * Reads a scenario file from disk, and those that it extends, without checking them.
 *
 * @param shipped scenarios that can be extended by their names; otherwise only files beside the one that extends them
 * @throws ScenarioError if a file is too large, is not text, or its name cannot name a scenario, or if there is not
 *   what it extends
 */
export function readScenarioFile(file: string, shipped?: ShippedScenarios): ScenarioSource {
  const source = readText(file);
  const bases = basesOf(source, readText, shipped);
  return bases.length > 0 ? { ...source, bases } : source;
}

function readText(file: string): ScenarioSource {
  const refuse = (message: string) => new ScenarioError(file, [{ line: 1, column: 1, message }]);
  const name = basename(file).replace(/\.ya?ml$/i, '');
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(name)) {
    throw refuse(`a scenario file is named with letters, digits, - and _, got ${quoted(name)}`);
  }
  const stats = statSync(file);
  if (!stats.isFile()) throw refuse('this is not a file');
  if (stats.size > MAX_BYTES)
    throw refuse(`the file has ${stats.size} bytes; a scenario may have at most ${MAX_BYTES}`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return { name, file, text };
  } catch (error) {
    if (error instanceof TypeError) throw refuse('the file is not UTF-8 text');
    throw error;
  }
}
