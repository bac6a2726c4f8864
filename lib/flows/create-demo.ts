import 'server-only'
import { demoBook } from '@/lib/core/demo-portfolio'
import type { IsoDate } from '@/lib/core/units'
import { createDemo, type DemoNames, replaceDemo } from '@/lib/db/demo'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locale'

const DAY_MS = 86_400_000

/** For whom a demo is made: its names are in their language, its prices and lots are dated from their day. */
export interface DemoSetting {
  locale: Locale
  asOf: IsoDate
}

/** Makes a private demo user with a realistic portfolio of its own, who is removed a day after `at`. */
export async function createDemoUser(
  { locale, asOf }: DemoSetting,
  at: Date = new Date(),
): Promise<{ userId: string }> {
  return { userId: await createDemo(new Date(at.getTime() + DAY_MS), demoBook(asOf), namesIn(locale)) }
}

/** Puts a demo user's portfolios, symbols and models back to the start; false when the user is not a demo user. */
export async function resetDemo(userId: string, { locale, asOf }: DemoSetting): Promise<boolean> {
  return replaceDemo(userId, demoBook(asOf), namesIn(locale))
}

const namesIn = (locale: Locale): DemoNames => CATALOGUES[locale].overview.demo
