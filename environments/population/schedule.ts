import type { Graph, GraphNode, NodeId } from './graph.ts';

/**
 * Where each node of a graph is computed. The nodes are pure, so each moves to the innermost region that all its
 * uses share: what only one side of a condition needs is computed only there.
 *
 * Source: Click (1995), "Global code motion, global value numbering", PLDI, section 3 (schedule late).
 */
export interface Schedule {
  /** nodes of each region that are used, in order */
  readonly regions: readonly Region[];
  /** number of uses of each node */
  readonly uses: readonly number[];
  /** regions of the two sides of each branching select */
  readonly branches: ReadonlyMap<NodeId, readonly [yes: number, no: number]>;
  /** region of each node; undefined: not used */
  readonly regionOf: readonly (number | undefined)[];
}

export interface Region {
  readonly parent: number;
  readonly depth: number;
  readonly nodes: NodeId[];
}

/** Computed once a day, outside the loop over users. */
export const OUTSIDE = 0;
/** Computed for every user. */
export const LOOP = 1;

/** Operations worth a branch to avoid. */
const HEAVY: ReadonlySet<string> = new Set([
  'uniform',
  'exp',
  'log',
  'normal',
  'sample',
  'divide',
  'sqrt',
  'modulo',
]);

/**
 * Schedules everything that `roots` need.
 *
 * @param graph the day's graph
 * @param roots the nodes whose values are stored
 */
export function schedule(graph: Graph, roots: readonly NodeId[]): Schedule {
  const { nodes } = graph;
  const heavy = heaviness(nodes);
  const regions: Region[] = [
    { parent: -1, depth: 0, nodes: [] },
    { parent: OUTSIDE, depth: 1, nodes: [] },
  ];
  const regionOf = new Array<number | undefined>(nodes.length).fill(undefined);
  const uses = new Array<number>(nodes.length).fill(0);
  const branches = new Map<NodeId, readonly [number, number]>();
  const use = (id: NodeId, region: number) => {
    uses[id]++;
    const before = regionOf[id];
    regionOf[id] = nodes[id].invariant
      ? OUTSIDE
      : before === undefined
        ? region
        : common(regions, before, region);
  };
  for (const root of roots) use(root, LOOP);
  // A node's uses all have larger ids, so its region is final when its turn comes.
  for (let id = nodes.length - 1; id >= 0; id--) {
    const region = regionOf[id];
    if (region === undefined) continue;
    const { operation, arguments: args } = nodes[id];
    if (operation.op === 'select' && region !== OUTSIDE && (heavy[args[1]] || heavy[args[2]])) {
      const open = () => regions.push({ parent: region, depth: regions[region].depth + 1, nodes: [] }) - 1;
      const sides = [open(), open()] as const;
      branches.set(id, sides);
      use(args[0], region);
      use(args[1], sides[0]);
      use(args[2], sides[1]);
    } else {
      for (const arg of args) use(arg, region);
    }
  }
  for (const [id, region] of regionOf.entries()) if (region !== undefined) regions[region].nodes.push(id);
  return { regions, uses, branches, regionOf };
}

function heaviness(nodes: readonly GraphNode[]): boolean[] {
  const heavy: boolean[] = [];
  for (const { operation, arguments: args, invariant } of nodes) {
    heavy.push(!invariant && (HEAVY.has(operation.op) || args.some((id) => heavy[id])));
  }
  return heavy;
}

/** The innermost region that encloses both. */
function common(regions: readonly Region[], a: number, b: number): number {
  let [x, y] = [a, b];
  while (x !== y) {
    if (regions[x].depth >= regions[y].depth) x = regions[x].parent;
    else y = regions[y].parent;
  }
  return x;
}
