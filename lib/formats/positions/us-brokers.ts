import { ameriprise } from '@/lib/formats/positions/ameriprise'
import { etrade } from '@/lib/formats/positions/etrade'
import { fidelity } from '@/lib/formats/positions/fidelity'
import { jpmorgan } from '@/lib/formats/positions/jpmorgan'
import { merrill } from '@/lib/formats/positions/merrill'
import type { PositionsFormat } from '@/lib/formats/positions/positions-file'
import { schwab } from '@/lib/formats/positions/schwab'
import { tRowePrice } from '@/lib/formats/positions/t-rowe-price'
import { tiaa } from '@/lib/formats/positions/tiaa'
import { vanguard } from '@/lib/formats/positions/vanguard'

/** The brokers of the United States, in the order in which a file is tried: those with titles of their own first, the tolerant ones last. */
export const US_BROKERS: readonly PositionsFormat[] = [
  jpmorgan,
  fidelity,
  vanguard,
  tiaa,
  etrade,
  schwab,
  merrill,
  ameriprise,
  tRowePrice,
]
