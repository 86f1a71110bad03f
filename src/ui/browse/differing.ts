/**
 * Names of settings that are not the same in all: two have them with different values. What one of them does not have
 * follows from what it is, such as another scenario, and is no difference.
 *
 * @param all settings by name
 * @returns in the order in which they first occur
 */
export function differing(all: readonly Readonly<Record<string, string>>[]): string[] {
  const values = new Map<string, string>();
  const found = new Set<string>();
  for (const settings of all) {
    for (const [name, value] of Object.entries(settings)) {
      const first = values.get(name);
      if (first === undefined) values.set(name, value);
      else if (first !== value) found.add(name);
    }
  }
  return [...values.keys()].filter((name) => found.has(name));
}
