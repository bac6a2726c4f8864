import type {
  GoneHolding,
  ImportAccount,
  ImportDone,
  ImportedLot,
  ImportedLots,
  ImportedOwn,
  ImportedValues,
  ImportPreview,
  ImportRow,
  ImportTotal,
} from '@/lib/core/positions-import'
import { cents, type IsoDate, quantity, unitPrice } from '@/lib/core/units'

/**
 * What the import of positions files answers, as JSON: as in lib/core/positions-import.ts, but whole numbers of cents and of 10^-18 are texts of
 * digits. The browser reads it back with these functions.
 */
export type Wire<T> = T extends bigint
  ? string
  : T extends readonly (infer One)[]
    ? Wire<One>[]
    : T extends string | number | boolean | null
      ? T
      : { [Field in keyof T]: Wire<T[Field]> }

export type ImportAnswer =
  | { preview: ImportPreview }
  | { done: ImportDone }
  | { error: 'conflict'; preview: ImportPreview }
  | { error: 'tooLong'; mostBytes: number }
  | { error: 'invalid' | 'signedOut' | 'forbidden' | 'notFound' | 'busy' }

export const importAnswerText = (answer: ImportAnswer): string =>
  JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** An answer as it is read: a conflict has a preview, too. */
export interface ReadAnswer {
  preview?: ImportPreview
  done?: ImportDone
  error?: string
  mostBytes?: number
}

/** The answer of a body that was parsed as JSON; what the server did not send as an answer is null. */
export function readImportAnswer(body: unknown): ReadAnswer | null {
  if (typeof body !== 'object' || body === null) return null
  if ('preview' in body) return { ...body, preview: previewFrom(body.preview as Wire<ImportPreview>) }
  return 'done' in body || 'error' in body ? (body as ReadAnswer) : null
}

const centsFrom = (text: string) => cents(BigInt(text))
const centsOrNull = (text: string | null) => (text === null ? null : centsFrom(text))

function previewFrom(wire: Wire<ImportPreview>): ImportPreview {
  return {
    ...(wire as unknown as ImportPreview),
    accounts: wire.accounts.map(accountFrom),
    rows: wire.rows.map(rowFrom),
    gone: wire.gone.map((row) => ({ ...row, quantity: quantity(BigInt(row.quantity)) }) satisfies GoneHolding),
    totals: wire.totals.map(totalFrom),
  }
}

const accountFrom = (wire: Wire<ImportAccount>): ImportAccount => ({
  ...(wire as unknown as ImportAccount),
  cash: { was: centsOrNull(wire.cash.was), becomes: centsOrNull(wire.cash.becomes) },
})

const rowFrom = (wire: Wire<ImportRow>): ImportRow => ({
  ...(wire as unknown as ImportRow),
  was: wire.was && valuesFrom(wire.was),
  becomes: wire.becomes && valuesFrom(wire.becomes),
  cash: wire.cash && { ...wire.cash, was: centsOrNull(wire.cash.was), becomes: centsFrom(wire.cash.becomes) },
  reserve: wire.reserve && { was: centsOrNull(wire.reserve.was), becomes: centsFrom(wire.reserve.becomes) },
  lot: wire.lot && lotFrom(wire.lot),
  lots: wire.lots && { was: wire.lots.was?.map(oneLotFrom) ?? null, becomes: wire.lots.becomes.map(oneLotFrom) },
  own: wire.own && { was: wire.own.was && ownFrom(wire.own.was), becomes: ownFrom(wire.own.becomes) },
})

const valuesFrom = (wire: Wire<ImportedValues>): ImportedValues => ({
  ...(wire as unknown as ImportedValues),
  quantity: quantity(BigInt(wire.quantity)),
  price: wire.price === null ? null : unitPrice(BigInt(wire.price)),
})

const ownFrom = (wire: Wire<ImportedOwn>): ImportedOwn => ({
  ...{ unit: quantity(BigInt(wire.unit)), trading: wire.trading },
})

const oneLotFrom = (wire: Wire<ImportedLots[number]>): ImportedLots[number] => ({
  ...{ quantity: quantity(BigInt(wire.quantity)), unitCost: unitPrice(BigInt(wire.unitCost)) },
  acquired: wire.acquired as IsoDate,
})

const lotFrom = (wire: Wire<ImportedLot>): ImportedLot => ({
  ...(wire as unknown as ImportedLot),
  quantity: quantity(BigInt(wire.quantity)),
  unitCost: unitPrice(BigInt(wire.unitCost)),
})

const totalFrom = (wire: Wire<ImportTotal>): ImportTotal => ({
  ...wire,
  ...{ stated: centsFrom(wire.stated), ours: centsFrom(wire.ours), difference: centsFrom(wire.difference) },
})
