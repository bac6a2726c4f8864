/** Where one can ask for the value of a name: the entries of a form, or an address. */
interface Named {
  get(name: string): unknown
}

/** The choices of a form or an address as a query: only those that differ from the defaults, always in the same order. */
export function queryOf(from: Named, defaults: Record<string, string>): string {
  const query = new URLSearchParams()
  for (const [name, usual] of Object.entries(defaults)) {
    const value = from.get(name) ?? usual
    if (typeof value === 'string' && value !== usual) query.set(name, value)
  }
  return query.toString()
}

/** The address after a change: the new choices, the earlier ones under `was`, and whatever else the address said. */
export function addressAfter(choices: string, was: string, search: URLSearchParams, choiceNames: string[]): string {
  const next = new URLSearchParams(choices)
  if (was !== choices) next.set('was', was)
  for (const [name, value] of search) if (name !== 'was' && !choiceNames.includes(name)) next.set(name, value)
  return next.toString()
}
