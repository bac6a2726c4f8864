import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>
}

let kept: Manifest['node'] | undefined

/** The number by which a browser asks the build that is there for a server action; throws when it has none, or several, of that name. */
export function actionId(name: string): string {
  const path = join(process.env.NEXT_DIST_DIR ?? '.next', 'server/server-reference-manifest.json')
  kept ??= (JSON.parse(readFileSync(path, 'utf8')) as Manifest).node
  const found = Object.entries(kept).filter(([, { exportedName }]) => exportedName === name)
  if (found.length !== 1 || !found[0]) throw new Error(`The build has ${found.length} actions called ${name}`)
  return found[0][0]
}
