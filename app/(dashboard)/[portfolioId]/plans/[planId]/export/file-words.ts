import type { useTranslations } from 'next-intl'
import { reasonSentence } from '@/app/(dashboard)/[portfolioId]/plans/report/reason-sentence'
import { originName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { formatMoney, formatQuantity } from '@/components/values/format'
import { isAssetClass } from '@/lib/core/asset-class'
import type { CalendarWords } from '@/lib/formats/plan-ics'
import type { PlanWords } from '@/lib/formats/plan-xlsx'
import type { SheetWords } from '@/lib/formats/sheet-words'

export type Words = ReturnType<typeof useTranslations<never>>

/** The words of workbooks in the reader's language. */
export const sheetWords = (t: Words): SheetWords => ({
  sheet: (name) => t(`exports.file.sheet.${name}`),
  column: (name) => t(`exports.file.column.${name}`),
  side: (side) => t(`plans.report.side.${side}`),
  term: (term) => t(`plans.report.terms.${term}`),
  bucket: (bucket) => (isAssetClass(bucket) ? t(`units.assetClass.${bucket}`) : t(`units.${bucket}`)),
  source: (source) => sourceName(t, source),
  tax: (tax) => t(`units.tax.${tax}`),
  trading: (trading) => t(`plans.moved.trading.${trading}`),
})

/** The words of a plan's workbook. */
export const planWords = (t: Words, locale: string): PlanWords => ({
  ...sheetWords(t),
  input: (name, values) =>
    t(`exports.file.input.${name}`, { account: '', currency: '', date: '', source: '', ...values }),
  mode: (mode) => t(`plans.inputs.modes.${mode}`),
  destination: (destination) => t(`units.destination.${destination}`),
  origin: (origin) => originName(t, locale, origin),
  yesNo: (value) => t(`plans.moved.${value ? 'yes' : 'no'}`),
  notice: t('exports.page.notAdvice'),
  digits: t('exports.file.digits'),
  reasonOf: (trade) => reasonSentence(t, locale, trade.reason),
})

/** The words of a calendar; amounts are in the plan's currency. */
export const calendarWords = (t: Words, locale: string, currency: string): CalendarWords => ({
  calendar: t('exports.calendar.name'),
  summary: (values) => t('exports.calendar.summary', values),
  stageSummary: (values) => t('exports.calendar.stageSummary', values),
  trade: ({ trade, quantity, value }, account) =>
    t('exports.calendar.trade', {
      account,
      side: t(`plans.report.side.${trade.side}`),
      quantity: formatQuantity(locale, quantity),
      symbol: trade.symbol,
      value: formatMoney(locale, value, currency),
    }),
  cashAfter: (account, cash) => t('exports.calendar.cashAfter', { account, cash: formatMoney(locale, cash, currency) }),
  notice: `${t('exports.stages.prices')} ${t('exports.page.notAdvice')}`,
})

/** The name of a source of prices or rates; one without words is called as it is stored. */
function sourceName(t: Words, source: string): string {
  const key = `units.priceSource.${source}` as 'units.priceSource.manual'
  return t.has(key) ? t(key) : source
}
