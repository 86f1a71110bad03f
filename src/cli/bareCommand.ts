/**
 * The command that is meant where none is named: somebody at a terminal who has made runs goes about them, anybody
 * else is shown what there is to see first.
 *
 * @param argv the words after `tenure`; options are those of quickstart
 */
export async function bareCommand(argv: readonly string[]): Promise<'browse' | 'quickstart'> {
  const { stdin, stdout, env } = process;
  // A configuration file has the options of one command only.
  const plain = argv.length === 0 && !env['TENURE_CONFIG'];
  return plain && stdin.isTTY && stdout.isTTY && (await hasRuns(env)) ? 'browse' : 'quickstart';
}

/** Loads what it needs only here, for other commands to start quickly. */
async function hasRuns(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const { listRuns } = await import('../experiment/runFolder.ts');
  const { resolveOptions } = await import('./resolveOptions.ts');
  const { RESULTS_OPTION } = await import('./trainingOptions.ts');
  const { values } = resolveOptions(RESULTS_OPTION, {}, {}, environment);
  return listRuns(String(values['results'])).length > 0;
}
