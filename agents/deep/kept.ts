import type { EnvironmentSpec, Snapshot } from '../../environments/contract.ts';
import type { Network, NetworkState } from './networks/network.ts';

type NumberArray = Float64Array | Float32Array | Uint32Array | Uint8Array;

/** A part of an agent that goes into its snapshots. */
export interface Kept {
  save(): Snapshot;
  /**
   * Reads the part from a snapshot without changing anything yet.
   *
   * @returns takes it over
   * @throws RangeError naming what is missing or does not fit
   */
  restore(snapshot: Snapshot): () => void;
}

/** Saves several parts as one snapshot; restoring changes all of them or, where one does not fit, none. */
export function keptTogether(parts: readonly Kept[]): Kept {
  return {
    save: () => Object.assign({}, ...parts.map((part) => part.save())) as Snapshot,
    restore(snapshot) {
      const changes = parts.map((part) => part.restore(snapshot));
      return () => {
        for (const change of changes) change();
      };
    },
  };
}

/** Arrays whose length never changes. */
export function keptArrays(arrays: Readonly<Record<string, NumberArray>>): Kept {
  const entries = Object.entries(arrays);
  return {
    save: () => Object.fromEntries(entries.map(([name, array]) => [name, array.slice()])),
    restore(snapshot) {
      const saved = entries.map(([name, array]) => savedArray(snapshot, name, array, array.length));
      return () => {
        for (const [k, [, array]] of entries.entries()) array.set(saved[k]);
      };
    },
  };
}

/**
 * An array of a snapshot.
 *
 * @param like an array of the type it has to have
 * @param length it has to have; any where it is absent
 * @throws RangeError if it is not there, or not like that
 */
export function savedArray<A extends NumberArray>(
  snapshot: Snapshot,
  name: string,
  like: A,
  length?: number,
): A {
  const saved = snapshot[name];
  const fits =
    saved instanceof (like.constructor as new () => A) && (length ?? saved.length) === saved.length;
  if (fits) return saved;
  throw new RangeError(`the snapshot does not fit: expected "${name}" to be ${length ?? 'some'} numbers`);
}

/** What a network has learned, and where its optimiser is. */
export function keptNetwork(name: string, network: Network): Kept {
  const partsOf = ({ parameters, first, second, powers }: NetworkState) => ({
    [`${name}.parameters`]: parameters,
    [`${name}.first`]: first,
    [`${name}.second`]: second,
    [`${name}.powers`]: powers,
  });
  return {
    save: () => partsOf(network.state()),
    restore(snapshot) {
      const names = Object.entries(partsOf(network.state()));
      const [parameters, first, second, powers] = names.map(([part, now]) =>
        savedArray(snapshot, part, now, now.length),
      );
      return () => network.restore({ parameters, first, second, powers });
    },
  };
}

/** What a network computes, without its optimiser: enough for playing. */
export function keptParameters(name: string, network: Network): Kept {
  return {
    save: () => ({ [`${name}.parameters`]: network.parameters() }),
    restore(snapshot) {
      const now = network.parameters();
      const parameters = savedArray(snapshot, `${name}.parameters`, now, now.length);
      return () => network.assign(parameters);
    },
  };
}

/** Refuses the snapshots of agents of other worlds. */
export function keptShape({ features, actions, stateCount }: EnvironmentSpec): Kept {
  const shape = Uint32Array.of(features.length, actions.length, stateCount);
  return {
    save: () => ({ shape: shape.slice() }),
    restore(snapshot) {
      const saved = savedArray(snapshot, 'shape', shape, shape.length);
      if (saved.some((size, k) => size !== shape[k]))
        throw new RangeError(
          `the snapshot is of another world: its features, actions and states number ${saved.join(', ')}, here ${shape.join(', ')}`,
        );
      return () => {};
    },
  };
}

/** The same part with its names put behind a prefix, where an agent has two of a kind. */
export function renamed(kept: Kept, prefix: string): Kept {
  const strip = (snapshot: Snapshot) =>
    Object.entries(snapshot).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    );
  return {
    save: () =>
      Object.fromEntries(Object.entries(kept.save()).map(([name, value]) => [`${prefix}${name}`, value])),
    restore: (snapshot) => kept.restore(Object.fromEntries(strip(snapshot)) as Snapshot),
  };
}
