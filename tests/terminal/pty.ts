type Pty = typeof import('@lydell/node-pty');

/** Starts programs in pseudo-terminals; in place of it the reason why there are none here. */
const loaded: Pty | string = await load();

async function load(): Promise<Pty | string> {
  if (process.platform === 'win32') return 'the sessions need bash and stty';
  try {
    return await import('@lydell/node-pty');
  } catch (error) {
    return `@lydell/node-pty does not load: ${String(error).split('\n')[0]}`;
  }
}

/** Why there are no pseudo-terminals on this machine; undefined: there are. */
export const WITHOUT_PTY = typeof loaded === 'string' ? loaded : undefined;

/**
 * Starts programs in pseudo-terminals.
 *
 * @throws Error where there are none on this machine
 */
export function openPty(): Pty {
  if (typeof loaded === 'string') throw new Error(loaded);
  return loaded;
}
