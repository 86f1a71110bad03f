// Bundles the command line and the library, so that a command starts in a tenth of a second, and writes the types.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The commit, where this is a checkout with git at hand. */
function commit() {
  if (!existsSync('.git')) return null;
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    tenure: 'src/cli/tenure.ts',
    trainWorker: 'src/cli/trainWorker.ts',
    watchedWorker: 'src/cli/watching/watchedWorker.ts',
    index: 'src/index.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
  jsx: 'automatic',
  // TensorFlow.js keeps its WebAssembly files beside its own modules.
  external: ['@tensorflow/*', 'react-devtools-core'],
  define: {
    TENURE_VERSION: JSON.stringify(version),
    TENURE_COMMIT: JSON.stringify(commit()),
    'process.env.NODE_ENV': '"production"',
  },
  // Some packages inside are CommonJS and ask for require.
  banner: {
    js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
chmodSync('dist/tenure.js', 0o755);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
});
