import type { Reading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

export interface NamedAccount {
  id: string
  name: string
  /** More words on the kind of the account, where the name does not say how it is taxed. */
  registration?: string
}

/** The id under which an account is kept; made at its first mention. Two may end in the same digits: the second is then kept under its whole name. */
export function namedAccount(reading: Reading, named: NamedAccount): string {
  const { id, name, registration = '' } = named
  const account = reading.account(id, { name, tax: taxOf(name) ?? taxOf(registration) })
  const isOther = account.name !== name && name !== id
  return isOther ? namedAccount(reading, { ...named, id: `${name} ${id}` }) : account.id
}
