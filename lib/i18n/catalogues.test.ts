import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { LOCALES } from '@/lib/i18n/locale'
import { type Places, readPlaces } from '@/lib/i18n/message-places'

/** Names that stay as they are in Chinese text. Everything else in Latin letters there was forgotten. */
const PROPER_NAMES =
  /\b(?:Tidemark|QT|QE|ETF|CSV|XLSX|PDF|ICS|JSON|Excel|Google|Sheets|USD|EUR|GBP|GBX|CAD|JPY|CNY|HKD|UTF-8|HSA|IRA|Roth|Swedroe|Daryanani|FIFO|URL|PIN|https|EN|Enter|Tab|Esc|Escape|Shift|Ctrl|MIT|Cookie|Doeswijk|Lam|Swinkels|Black|Litterman|Idzorek|Jobson|Korkie|Memmel|FRED|SOFR|Yahoo|CoinGecko|Tiingo|Alpha|Vantage|TSV|XML|UTF-16|GB18030|Windows|CUSIP|Charles Schwab|Fidelity|Vanguard|Merrill|E\*TRADE|TIAA|Ameriprise|Morgan|Rowe Price|Interactive Brokers|Flex|Robinhood|Alpaca|Coinbase|Kraken|Ghostfolio|Portfolio Performance|Wealthfolio|MiB|npm run backup|npm run worker|Fiscal Data)\b/g
/** A word of any language; a formula's single letters are none. */
const WORD = /\p{L}{2,}/u

function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  const entries = Object.entries(value as Record<string, unknown>)
  return new Map(entries.flatMap(([key, child]) => [...flatten(child, path ? `${path}.${key}` : key)]))
}

const english = flatten(CATALOGUES.en)
const chinese = flatten(CATALOGUES['zh-CN'])

const placesOf = (text: string | undefined): Places => readPlaces(text ?? '')

describe('message catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('have the same places and tags in both languages', () => {
    const differing = [...english.keys()].filter((key) => {
      const ours = placesOf(english.get(key))
      const theirs = placesOf(chinese.get(key))
      return ours.names.join() !== theirs.names.join() || ours.tags.join() !== theirs.tags.join()
    })
    expect(differing).toEqual([])
  })

  it('have no empty text', () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  it('leave no English in the Chinese texts', () => {
    const forgotten = [...chinese].filter(([, text]) =>
      /[A-Za-z]{2,}/.test(placesOf(text).words.replace(PROPER_NAMES, '')),
    )
    expect(forgotten).toEqual([])
  })

  it('have no Chinese text that is the English one', () => {
    const same = [...chinese].filter(
      ([key, text]) => text === english.get(key) && WORD.test(placesOf(text).words.replace(PROPER_NAMES, '')),
    )
    expect(same).toEqual([])
  })

  it.each(LOCALES)('are all valid messages (%s)', (locale) => {
    const wrong: string[] = []
    const onError = (error: Error) => wrong.push(error.message)
    const translate = createTranslator({ locale, messages: CATALOGUES[locale], timeZone: 'UTC', onError })
    const rich = translate.rich as (key: string, values: Record<string, unknown>) => unknown
    for (const [key, text] of flatten(CATALOGUES[locale])) {
      const { names, tags } = readPlaces(text)
      const values = names.map((name): [string, unknown] => [name, 1])
      const marks = tags.map((tag): [string, unknown] => [tag, (chunks: unknown) => chunks])
      rich(key, Object.fromEntries([...values, ...marks]))
    }
    expect(wrong).toEqual([])
  })
})
