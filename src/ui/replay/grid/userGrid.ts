/** How many shades a picture of users has. */
export const LEVELS = 5;

/** Users as cells: each cell stands for a few users next to each other. */
export interface UserGrid {
  /** users in a full cell */
  readonly perCell: number;
  /** the lines there is room for, around the chosen user */
  readonly lines: readonly GridLine[];
  /** lines above and below those */
  readonly above: number;
  readonly below: number;
}

/** One line of cells. */
export interface GridLine {
  /** index of the stage of everyone in it; undefined where the lines do not go by stages */
  readonly stage: number | undefined;
  /** what each cell shows: its largest shade, or the stage that most of its users are in */
  readonly cells: Uint8Array;
  /** the cell of the chosen user, if it is in this line */
  readonly chosen: number | undefined;
}

/** Who is drawn, and how. */
export interface GridInput {
  /** stage index by row, 255 where nobody is born yet */
  readonly stages: Uint8Array;
  /** whether each stage has no way out: who left is not drawn in `stage` order */
  readonly absorbing: readonly boolean[];
  /** shade by row, 0 to `LEVELS` − 1 */
  readonly shades: Uint8Array;
  /** 1: is drawn; undefined: everyone */
  readonly among: Uint8Array | undefined;
  /** by stage with the darkest first, or by number, so that everyone keeps a place */
  readonly order: 'stage' | 'number';
  readonly chosen: number;
  /** cells in a line, and lines */
  readonly width: number;
  readonly height: number;
  /** how often the number of users per cell was made smaller */
  readonly zoom: number;
}

/** Puts users into cells, as few to a cell as there is room for. */
export function userGrid(input: GridInput): UserGrid {
  const groups = input.order === 'stage' ? byStage(input) : [{ stage: undefined, users: byNumber(input) }];
  const perCell = sizeOfCell(groups, input);
  const lines = groups.flatMap((group) => linesOf(group, perCell, input));
  return { perCell, ...windowOf(lines, input.height) };
}

interface Group {
  readonly stage: number | undefined;
  readonly users: Uint32Array;
}

/** Users of each stage that is drawn, darkest first: sorted by counting, as there may be very many. */
function byStage({ stages, absorbing, shades, among }: GridInput): Group[] {
  const counts = new Uint32Array(absorbing.length * LEVELS);
  const slotOf = (row: number) => stages[row] * LEVELS + (LEVELS - 1 - shades[row]);
  const drawn = (row: number) => absorbing[stages[row]] === false && among?.[row] !== 0;
  for (let row = 0; row < stages.length; row++) if (drawn(row)) counts[slotOf(row)]++;
  const starts = new Uint32Array(counts.length + 1);
  for (const [slot, count] of counts.entries()) starts[slot + 1] = starts[slot] + count;
  const next = starts.slice();
  const sorted = new Uint32Array(starts[counts.length]);
  for (let row = 0; row < stages.length; row++) if (drawn(row)) sorted[next[slotOf(row)]++] = row;
  return absorbing.flatMap((_, stage) => {
    const users = sorted.subarray(starts[stage * LEVELS], starts[(stage + 1) * LEVELS]);
    return users.length > 0 ? [{ stage, users }] : [];
  });
}

function byNumber({ stages, among }: GridInput): Uint32Array {
  const users = new Uint32Array(stages.length);
  let count = 0;
  for (let row = 0; row < stages.length; row++)
    if (stages[row] !== 255 && among?.[row] !== 0) users[count++] = row;
  return users.subarray(0, count);
}

/** 1, 2, 5, 10, 20, 50 …: the first with which everyone fits, or as many places before it as is zoomed in. */
function sizeOfCell(groups: readonly Group[], { width, height, zoom }: GridInput): number {
  const lines = (perCell: number) =>
    groups.reduce((sum, { users }) => sum + Math.ceil(Math.ceil(users.length / perCell) / width), 0);
  let place = 0;
  while (lines(niceNumber(place)) > Math.max(height, groups.length)) place++;
  return niceNumber(Math.max(place - zoom, 0));
}

function niceNumber(place: number): number {
  return [1, 2, 5][place % 3] * 10 ** Math.floor(place / 3);
}

function linesOf({ stage, users }: Group, perCell: number, input: GridInput): GridLine[] {
  const { width, shades, stages, chosen, absorbing } = input;
  const cells = new Uint8Array(Math.ceil(users.length / perCell));
  for (let cell = 0; cell < cells.length; cell++) {
    const members = users.subarray(cell * perCell, (cell + 1) * perCell);
    cells[cell] =
      stage === undefined ? mostCommon(members, stages, absorbing.length) : largest(members, shades);
  }
  const at = users.indexOf(chosen);
  const chosenCell = at < 0 ? undefined : Math.floor(at / perCell);
  return Array.from({ length: Math.ceil(cells.length / width) }, (_, line) => {
    const column = chosenCell === undefined ? -1 : chosenCell - line * width;
    return {
      stage,
      cells: cells.subarray(line * width, (line + 1) * width),
      chosen: column >= 0 && column < width ? column : undefined,
    };
  });
}

function largest(users: Uint32Array, values: Uint8Array): number {
  let most = 0;
  for (const user of users) if (values[user] > most) most = values[user];
  return most;
}

function mostCommon(users: Uint32Array, values: Uint8Array, count: number): number {
  const counts = new Uint32Array(count);
  for (const user of users) counts[values[user]]++;
  return counts.indexOf(Math.max(...counts));
}

/** The lines there is room for, with that of the chosen user among them. */
function windowOf(lines: readonly GridLine[], height: number): Pick<UserGrid, 'lines' | 'above' | 'below'> {
  const chosen = lines.findIndex((line) => line.chosen !== undefined);
  const last = Math.max(lines.length - height, 0);
  const above = Math.min(Math.max(chosen - Math.floor(height / 2), 0), last);
  return {
    lines: lines.slice(above, above + height),
    above,
    below: Math.max(lines.length - above - height, 0),
  };
}
