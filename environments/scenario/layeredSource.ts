import { stringify } from 'yaml';
import { type Diagnostic, quoted, ScenarioError, suggestion } from './diagnostics.ts';
import { mergeLayers, originAt } from './mergeLayers.ts';
import type { ScenarioSource } from './scenarioFile.ts';
import { type Path, readYaml, type YamlSource } from './yamlSource.ts';
import { checkTokens } from './yamlTokens.ts';

/**
 * Parses a scenario with the ones it extends, laid over each other; every position is in the file where the text
 * stands.
 *
 * @throws ScenarioError where one of them is not valid YAML, or removes what there is not
 */
export function readLayers(source: ScenarioSource): YamlSource {
  const layers = [source, ...(source.bases ?? [])].map(({ text, file }) => readYaml(text, file));
  if (layers.length === 1) return alone(layers[0]);
  const problems: Diagnostic[] = [];
  const merged = mergeLayers(layers.map(contentOf), ({ layer, path }, present) => {
    const key = String(path[path.length - 1]);
    const message = `there is no ${quoted(key)} to take out${suggestion(key, present)}`;
    problems.push({ ...layers[layer].keyPosition(path), file: layers[layer].file, message });
  });
  if (problems.length > 0) throw new ScenarioError(source.file, problems);
  const at = (path: Path) => originAt(merged.origin, path);
  return {
    file: source.file,
    value: merged.value,
    position(path, offset) {
      const origin = at(path);
      const layer = layers[origin.layer];
      return { ...layer.position(origin.path, offset), file: layer.file };
    },
    keyPosition(path) {
      const origin = at(path);
      const layer = layers[origin.layer];
      return { ...layer.keyPosition(origin.path), file: layer.file };
    },
  };
}

/**
 * The text of a scenario that needs no other file: its own, or, where it extends others, everything in one.
 *
 * @throws ScenarioError as `readLayers`, or if it is larger than a scenario may be
 */
export function writtenOut(source: ScenarioSource): string {
  if (!source.bases) return source.text;
  const chain = source.bases.map(({ name }) => name).join(', which extends ');
  const body = stringify(readLayers(source).value, { lineWidth: 0, aliasDuplicateObjects: false });
  const text = `# ${source.name}, which extends ${chain}: everything in one file\n${body}`;
  checkTokens(text, `${source.file} with what it extends`);
  return text;
}

/** What a file says itself. */
function contentOf({ value }: YamlSource): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { extends: _, ...content } = value as Record<string, unknown>;
  return content;
}

function alone(layer: YamlSource): YamlSource {
  const { value, file } = layer;
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'extends')) {
    const message = 'what a scenario extends is found by its file: read it with readScenarioFile';
    throw new ScenarioError(file, [{ ...layer.keyPosition(['extends']), message }]);
  }
  return layer;
}
