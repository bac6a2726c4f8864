import { z } from 'zod'
import { decimalText } from '@/lib/core/decimal'
import {
  type Bps,
  type Cents,
  cents,
  DECIMALS,
  type FineMoney,
  type FxRate,
  fineMoney,
  fxRate,
  type IsoDate,
  type Ppm,
  type Quantity,
  quantity,
  RATE_DECIMALS,
  type Rate,
  rate,
  type UnitPrice,
  unitPrice,
} from '@/lib/core/units'

/**
 * How the units of core stand in JSON, both ways: money, quantities and prices are decimals in strings, because a JSON number loses digits
 * after the fifteenth; weights are whole basis points; dates are `YYYY-MM-DD`.
 */
const CENT_PLACES = 2
const FINE_PLACES = 4

function exact<T extends bigint>(places: number, atLeast: number, unit: (value: bigint) => T) {
  const digits = new RegExp(`^-?\\d{1,20}(\\.\\d{1,${places}})?$`)
  const isUnit = z.custom<T>((value) => typeof value === 'bigint')
  return z.codec(z.string().regex(digits), isUnit, {
    decode: (text) => {
      const [whole = '', fraction = ''] = text.split('.')
      return unit(BigInt(whole + fraction.padEnd(places, '0'))) as z.input<typeof isUnit>
    },
    encode: (value) => decimalText(value as T, places, atLeast),
  })
}

export const centsField = exact<Cents>(CENT_PLACES, CENT_PLACES, cents)
export const quantityField = exact<Quantity>(DECIMALS, 0, quantity)
export const priceField = exact<UnitPrice>(DECIMALS, CENT_PLACES, unitPrice)
export const fxRateField = exact<FxRate>(DECIMALS, 0, fxRate)
export const rateField = exact<Rate>(RATE_DECIMALS, 0, rate)
export const fineMoneyField = exact<FineMoney>(FINE_PLACES, FINE_PLACES, fineMoney)
export const ppmField = z.int() as unknown as z.ZodType<Ppm, number>
export const bpsField = z.int() as unknown as z.ZodType<Bps, number>
export const dateField = z.iso.date() as unknown as z.ZodType<IsoDate, string>
