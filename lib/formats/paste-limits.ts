/** What a pasted column can be; `ignore` is left out. Apart from the reading, so that a browser can import it alone. */
export const COLUMN_ROLES = ['ignore', 'symbol', 'name', 'quantity', 'price', 'pricedOn', 'account'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export const MOST_CHARACTERS = 500_000
export const MOST_LINES = 2_000
