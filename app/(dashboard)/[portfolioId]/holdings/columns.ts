/** The columns of the grid, from left to right. */
export const COLUMNS = [
  'symbol',
  'name',
  'class',
  'quantity',
  'price',
  'currency',
  'pricedOn',
  'source',
  'value',
  'weight',
  'unit',
  'trading',
  'lots',
  'state',
] as const
export type Column = (typeof COLUMNS)[number]

/** What is shown while everything stands in one currency. */
const PLAIN: readonly Column[] = COLUMNS.filter((column) => column !== 'currency')

/** The columns that are shown, from left to right. */
export const columnsWith = (currencies: boolean): readonly Column[] => (currencies ? COLUMNS : PLAIN)

/** Columns into which one can type, in a row of a holding. */
export const TYPED = ['symbol', 'name', 'quantity', 'price', 'pricedOn', 'unit'] as const
export type TypedColumn = (typeof TYPED)[number]
export const isTyped = (column: Column): column is TypedColumn => (TYPED as readonly string[]).includes(column)

/** Columns in which one chooses from a list. */
export const isChosen = (column: Column): column is 'currency' | 'trading' =>
  column === 'currency' || column === 'trading'

/** Where Tab leads while typing: on to the next figure that only the user knows. Names and steps are filled in by the directory. */
const TAB_STOPS: readonly Column[] = ['symbol', 'quantity', 'price', 'pricedOn', 'unit']

/** The next stop for Tab from a column, or null at the end of the row. */
export function tabStop(from: Column, back: boolean): Column | null {
  const at = COLUMNS.indexOf(from)
  const others = TAB_STOPS.filter((stop) => (back ? COLUMNS.indexOf(stop) < at : COLUMNS.indexOf(stop) > at))
  return (back ? others.at(-1) : others[0]) ?? null
}

export const isNumeric = (column: Column): boolean =>
  ['quantity', 'price', 'pricedOn', 'value', 'weight', 'unit', 'lots'].includes(column)
