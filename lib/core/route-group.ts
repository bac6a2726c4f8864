const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const PAGES = ['login', 'register', 'join', 'forgot', 'reset', 'verify', 'portfolios', 'settings']
const SECTIONS = ['following', 'holdings', 'plans', 'policy', 'prices', 'rebalance', 'targets', 'transfer']

/**
 * The kind of page or route that a path (without its query) belongs to: one of a few dozen names, whatever is asked for, and never with an
 * id or with words of the visitor's.
 */
export function routeGroup(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/').slice(1)
  if (first === '') return 'home'
  if (first === '_next') return 'static'
  if (first === 'api') return apiGroup(second, third)
  if (PAGES.includes(first)) return first
  if (!UUID.test(first)) return 'other'
  if (second === '') return 'overview'
  return SECTIONS.includes(second) ? second : 'other'
}

const API = ['archive', 'health', 'plan-file', 'positions-files', 'ready', 'series-files', 'symbols']
const BELOW: Record<string, readonly string[]> = {
  auth: ['signin', 'signout', 'callback', 'csrf', 'session', 'providers', 'error'],
  export: ['holdings', 'plan', 'security-log'],
  jobs: ['prices', 'series'],
  v1: ['plan', 'schema'],
}

function apiGroup(name: string, below: string): string {
  if (API.includes(name)) return `api/${name}`
  if (!Object.hasOwn(BELOW, name)) return 'api/other'
  return BELOW[name]?.includes(below) ? `api/${name}/${below}` : `api/${name}/other`
}
