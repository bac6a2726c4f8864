import { linkKey } from '@/lib/core/decide-import/accounts'
import { placeKey, type ReadFile } from '@/lib/core/decide-import/read-file'
import type { IsoDate } from '@/lib/core/units'

/** The accounts, by `placeKey`, of which another file has a later day. Files of one day, or of none, are parts of one whole. */
export function olderAccounts(files: readonly (ReadFile | null)[]): ReadonlySet<string> {
  const latest = new Map<string, IsoDate>()
  const dated = files.flatMap((file, at) =>
    file?.date
      ? file.accounts.map(({ id }) => ({ at, id, key: linkKey(file.format, id), date: file.date as IsoDate }))
      : [],
  )
  for (const { key, date } of dated) if (date > (latest.get(key) ?? '')) latest.set(key, date)
  return new Set(dated.filter(({ key, date }) => date < (latest.get(key) ?? '')).map(({ at, id }) => placeKey(at, id)))
}
