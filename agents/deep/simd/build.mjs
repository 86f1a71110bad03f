// Compiles kernel.as.ts to kernelBytes.ts, or to another file, if one is named. No imports but the memory.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const [target = join(import.meta.dirname, 'kernelBytes.ts')] = process.argv.slice(2);
const flags = [
  '--enable',
  'simd',
  '--importMemory',
  '--runtime',
  'stub',
  '--use',
  'abort=',
  '-O3',
  '--noAssert',
];

let bytes;
const { error, stderr } = await asc.main(
  ['kernel.as.ts', '--baseDir', import.meta.dirname, '--outFile', 'kernel.wasm', ...flags],
  {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  },
);
if (error) throw new Error(`${error.message}\n${stderr}`);

writeFileSync(
  target,
  `/** kernel.as.ts as WebAssembly, in base64; written by build.mjs: \`npm run kernel\` after a change. */
export const KERNEL_BYTES =
  '${Buffer.from(bytes).toString('base64')}';
`,
);
