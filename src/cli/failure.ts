/** Errors of misuse, by name, so that the modules that define them need not be loaded to recognise them. */
const MISUSE = [
  'UsageError',
  'ScenarioError',
  'ParameterError',
  'SettingError',
  'RunError',
  'NotFiniteError',
  'NoSolutionError',
  'YError',
  'YAMLParseError',
];

/** Exit code of a failed command: 2 for misuse, 130 or 143 after a signal, 1 otherwise. */
export function exitCodeOf(error: unknown): number {
  const { name, signal, code } = error as { name?: string; signal?: string; code?: string };
  if (name === 'Interruption') return signal === 'SIGTERM' ? 143 : 130;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return 2;
  return MISUSE.includes(name ?? '') ? 2 : 1;
}

/** What went wrong, in words; with the stack if asked for. */
export function messageOf(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (debug && error.stack) return error.stack;
  const { path } = error as NodeJS.ErrnoException;
  const reason = reasonOf(error);
  return reason === undefined || path === undefined ? error.message : `${path}: ${reason}`;
}

/** Why the system refused something, in words; undefined for other errors. */
export function reasonOf(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? undefined : SYSTEM_REASONS[code];
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'part of this path is not a folder',
};
