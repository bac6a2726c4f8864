import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../steps/root.mjs'

const ENTRY = pathToFileURL(join(root, 'package.json')).href

/** What is in node_modules stays there: a module without a folder of its own can only name it by its full address. */
const installed = {
  name: 'installed packages by their address',
  /** @param {import('esbuild').PluginBuild} building */
  setup(building) {
    building.onResolve({ filter: /^(@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*(\/.*)?$/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('node:')) return undefined
      // The server's own folders say by it that they are of the server, which this is.
      if (path === 'server-only') return { path, namespace: 'nothing' }
      return { path: import.meta.resolve(path), external: true }
    })
    building.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }))
  },
}

/**
 * A module of the server with everything of ours that it imports, as an address for `import()`. Nothing is written to disk, so that it works
 * in a folder that may only be read, and is never stale.
 * @param {string} entry from the root of the checkout
 */
export async function bundleApp(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [installed],
    // Generated code asks where it lies, which an address without a folder cannot say.
    define: { 'import.meta.url': JSON.stringify(ENTRY) },
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  })
  const [output] = outputFiles
  if (!output) throw new Error(`${entry} has no code`)
  return new URL(`data:text/javascript;base64,${Buffer.from(output.contents).toString('base64')}`)
}
