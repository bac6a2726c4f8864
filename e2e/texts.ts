// What the screens say, from the catalogues themselves: a changed wording breaks no test, a missing text does.
import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import type { Messages } from '@/lib/i18n/en'
import type { Locale } from '@/lib/i18n/locale'

const FOLDER = new URL('../lib/i18n/messages/', import.meta.url)

function readCatalogue(locale: Locale): Messages {
  const folder = new URL(`${locale}/`, FOLDER)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const nouns = files.map((file) => [
    file.slice(0, -'.json'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ])
  return Object.fromEntries(nouns)
}

const textsOf = (locale: Locale) =>
  createTranslator({
    locale,
    messages: readCatalogue(locale),
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })

export type Texts = ReturnType<typeof textsOf>

/** English, the language of most tests. */
export const t = textsOf('en')
export const chinese = textsOf('zh-CN')
