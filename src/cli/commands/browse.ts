import { asDocument } from '../browsing/asDocument.ts';
import { inText } from '../browsing/inText.ts';
import { onScreen } from '../browsing/onScreen.ts';
import { openLists } from '../browsing/openLists.ts';
import { listedScenarios } from '../browsing/scenarioShelf.ts';
import type { Command } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Shows the runs, scenarios and lessons that there are, and opens each on its own screen.',
  examples: [
    ['tenure browse', 'what tenure alone does at a terminal, once there are runs; ? explains the keys'],
    ['tenure browse --plain', 'the lists as text; what happens anyway where there is no terminal'],
    ['tenure browse --json', 'for a program'],
  ],
  options: {
    plain: {
      kind: 'flag',
      about: 'print text; what happens anyway where there is no terminal, or TERM=dumb',
    },
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const { output } = invocation;
    if (drawsScreen(invocation)) return onScreen(invocation);
    const lists = openLists(listedScenarios(), invocation);
    if (output.json) output.printJson(asDocument(lists));
    else inText(lists, invocation);
    return 0;
  },
};
