import { DEFAULT_START } from '@/lib/core/thesis/claims'
import { type IsoDate, isoDate } from '@/lib/core/units'

/** The first run-off ended in 2019: no earlier start is one of easing after it. */
export const EARLIEST_START = '2019-01-01' as IsoDate

export interface Start {
  date: IsoDate
  /** True when the address names a day that cannot be one; the default stands in. */
  refused: boolean
}

export const mayStart = (date: IsoDate, asOf: IsoDate): boolean => date >= EARLIEST_START && date <= asOf

/** The day from which the windows are counted, by the address: QT's end unless it names another one. */
export function readStart(given: string | string[] | undefined, asOf: IsoDate): Start {
  const text = [given].flat()[0]
  if (!text) return { date: DEFAULT_START, refused: false }
  const date = isoDate(text)
  return date && mayStart(date, asOf) ? { date, refused: false } : { date: DEFAULT_START, refused: true }
}
