import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { type Row, row, span } from '../row.ts';
import { wordsOf, wordWrap } from '../wordWrap.ts';
import type { Item, ListedRun, ListedScenario, ReadRun, RunResult } from './browseLists.ts';

const LABEL = 11;

/** What is told of an item below the list, in full. @param command what makes the run again, as it is typed */
export function detailRows(item: Item, command: string, room: Room): Row[] {
  if (item.list === 'runs') return runDetails(item, command, room);
  if (item.list === 'scenarios') return scenarioDetails(item, room);
  const { about = '', state = '' } = item.known ?? {};
  return [...told('about', [about], room), ...told('state', [state], room)];
}

function runDetails(run: ListedRun, command: string, room: Room): Row[] {
  const folder = told('folder', [printable(run.key)], room);
  const { known } = run;
  if (!known) return [...folder, ...told('', [room.glyphs.ellipsis], room)];
  if ('reason' in known) return [...folder, ...told('unreadable', [printable(known.reason)], room)];
  const { result, settings } = known;
  return [
    ...folder,
    ...told('result', result ? inWords(result) : [howFar(known)], room),
    ...told('training', pairs(settings.training), room),
    ...told('scenario', [`${run.scenario}:`, ...pairs(settings.scenario)], room),
    ...told('agent', [`${run.agent}:`, ...pairs(settings.agent)], room),
    ...told('again', [command], room),
  ];
}

function howFar({ episode, episodes }: ReadRun): string {
  if (episode >= episodes)
    return `unfinished: all ${episodes} episodes are trained, only the evaluation is missing`;
  return `unfinished: ${episode} of ${episodes} episodes are trained`;
}

function inWords({ return: value, stillThere }: RunResult): string[] {
  const [mean, low, high] = [value.mean, value.low, value.high].map((x) => x.toFixed(3));
  const [part, least, most] = [stillThere.mean, stillThere.low, stillThere.high].map((x) =>
    (100 * x).toFixed(1),
  );
  return [
    `return per user ${mean} [${low}, ${high}],`,
    `still there ${part} % [${least}, ${most}];`,
    '95 % intervals over users, of one seed',
  ];
}

function scenarioDetails({ known }: ListedScenario, room: Room): Row[] {
  if (!known) return told('', [room.glyphs.ellipsis], room);
  const { horizon, rules, phenomenon } = known;
  const [first = 'random, as it has no rules'] = rules;
  return [
    ...told('days', [String(horizon)], room),
    ...told('rules', [rules.length > 0 ? rules.join(', ') : 'none'], room),
    ...told('replay', [`under ${first}`], room),
    ...told('trap', [phenomenon], room),
  ];
}

function pairs(settings: Readonly<Record<string, string>>): string[] {
  const all = Object.entries(settings).map(([name, value]) => `${name}${NO_BREAK}${printable(value)}`);
  return all.map((pair, k) => (k < all.length - 1 ? `${pair},` : pair));
}

/** Keeps a name and its value on one line until the lines are made. */
const NO_BREAK = '\u00a0';

function told(label: string, texts: readonly string[], { width }: Room): Row[] {
  const words = texts.flatMap((text) => wordsOf(text)).filter(({ text }) => text !== '');
  const lead = row(' ', span(label.padEnd(LABEL), 'faint'));
  return wordWrap(lead, words, width).map((line) =>
    line.map(({ text, style }) => span(text.replaceAll(NO_BREAK, ' '), style)),
  );
}
