import { describe, expect, it } from 'vitest'
import { outagePage } from '@/lib/formats/outage-page'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { LOCALES } from '@/lib/i18n/locale'

describe('outagePage', () => {
  it.each(LOCALES)('says in %s what happened, and comes again by itself', (locale) => {
    const words = CATALOGUES[locale].outage
    const page = outagePage({ locale, ...words }, 5)
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page).toContain(`<h1>${words.title}</h1>`)
    expect(page).toContain(words.body)
    expect(page).toContain('http-equiv="refresh" content="5"')
  })

  it('needs nothing that could not be had now', () => {
    const page = outagePage({ locale: 'en', title: 'a', body: 'b', retry: 'c' }, 5)
    expect(page).not.toMatch(/<script|<link|<img|\ssrc=|url\(|\son\w+=/)
  })

  it('takes words for words', () => {
    expect(outagePage({ locale: 'en', title: '<b>"&', body: 'b', retry: 'c' }, 5)).toContain('&lt;b&gt;&quot;&amp;')
  })
})
