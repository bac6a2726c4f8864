import type { AccountChoice, ImportChoices, Mapping } from '@/lib/core/positions-import'

/** Choices name files by their place; what is beyond a file that is left out moves up by one. */
const without = (file: number, left: number): number | null => (file === left ? null : file > left ? file - 1 : file)

export function choicesWithout(choices: ImportChoices, left: number): ImportChoices {
  const accounts = choices.accounts.flatMap((one) => {
    const file = without(one.file, left)
    return file === null ? [] : [{ ...one, file }]
  })
  return { ...choices, accounts }
}

export type Mappings = Readonly<Record<number, Mapping>>

export function mappingsWithout(mappings: Mappings, left: number): Mappings {
  const kept = Object.entries(mappings).flatMap(([at, mapping]) => {
    const file = without(Number(at), left)
    return file === null ? [] : [[file, mapping] as const]
  })
  return Object.fromEntries(kept)
}

/** With another place for one account of one file. */
export function withAccount(
  accounts: ImportChoices['accounts'],
  file: number,
  account: string,
  to: AccountChoice,
): ImportChoices['accounts'] {
  const others = accounts.filter((one) => one.file !== file || one.account !== account)
  return [...others, { file, account, to }]
}

/** Without what names rows of the portfolio; null when nothing does. */
export function withoutIds(choices: ImportChoices): ImportChoices | null {
  const accounts = choices.accounts.filter(({ to }) => to.kind !== 'existing')
  if (choices.remove.length === 0 && accounts.length === choices.accounts.length) return null
  return { ...choices, accounts, remove: [] }
}
