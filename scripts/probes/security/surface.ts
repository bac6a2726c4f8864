// Everything that a visitor can ask for, as the file tree says: pages, handlers of routes, server actions.
import { readdirSync, readFileSync } from 'node:fs'

/** `page /[portfolioId]/plans`, `GET /api/ready`, `action savePlanAction`. */
export type Way = string

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const isAction = /^['"]use server['"]/m

/** The address of a folder under app: its groups in brackets are no part of it. */
const addressOf = (file: string): string =>
  `/${file.split('/').slice(1, -1).join('/')}`.replaceAll(/\/\([^/]+\)/g, '') || '/'

const exportsOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1] ?? '')

const filesIn = (folder: string, name: RegExp): { file: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

export const listPages = (): Way[] => filesIn('app', /\/page\.tsx$/).map(({ file }) => `page ${addressOf(file)}`)

/** A handler that is given another module's under its own name counts too. */
export function listHandlers(): Way[] {
  return filesIn('app', /\/route\.tsx?$/).flatMap(({ file, text }) => {
    const found = METHODS.filter((method) =>
      new RegExp(`^export (?:async )?(?:function|const) ${method}\\b|^export \\{[^}]*\\b${method}\\b`, 'm').test(text),
    )
    if (found.length === 0) throw new Error(`${file} exports no handler that can be seen`)
    return found.map((method) => `${method} ${addressOf(file)}`)
  })
}

/** Throws where a file declares actions in a way that this reading would miss. */
export function listActions(): Way[] {
  const sources = ['app', 'lib', 'components'].flatMap((folder) => filesIn(folder, /(?<!\.test)\.tsx?$/))
  const inner = sources.filter(({ text }) => /^[ \t]+['"]use server['"]/m.test(text))
  if (inner.length > 0) throw new Error(`${inner.map(({ file }) => file)} has an action inside of a function`)
  const files = sources.filter(({ text }) => isAction.test(text))
  return files.flatMap(({ file, text }) => {
    if (/^export (?:\*|default|\{)/m.test(text))
      throw new Error(`${file} exports actions in a way that cannot be read here`)
    return exportsOf(text).map((name) => `action ${name}`)
  })
}

export const listWays = (): Way[] => [...listPages(), ...listHandlers(), ...listActions()]
