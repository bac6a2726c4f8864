import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../steps/root.mjs'

/**
 * A TypeScript module with everything it imports, as an address that `import()` and `new Worker()` take. Nothing is written to disk, so that it
 * works in a folder that may only be read, and is never stale.
 * @param {string} entry from the root of the checkout
 */
export async function bundle(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: join(root, 'tsconfig.json'),
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    footer: { js: `//# sourceURL=${entry}` },
  })
  const [output] = outputFiles
  if (!output) throw new Error(`${entry} has no code`)
  return new URL(`data:text/javascript;base64,${Buffer.from(output.contents).toString('base64')}`)
}
