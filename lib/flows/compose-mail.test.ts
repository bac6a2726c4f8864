import { describe, expect, it } from 'vitest'
import { composeMail, MAIL_KINDS } from '@/lib/flows/compose-mail'
import { LOCALES } from '@/lib/i18n/locale'

const LINK = 'https://tidemark.example/reset?token=abc'

describe('composeMail', () => {
  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    '%s in %s',
    (kind, locale) => {
      const { subject, text, html } = composeMail(kind, locale, LINK)
      expect(subject).not.toMatch(/[\r\n]/)
      expect(/\p{Script=Han}/u.test(subject)).toBe(locale === 'zh-CN')
      expect(text.split(LINK)).toHaveLength(2)
      expect(html).toContain(`<a href="${LINK}">`)
      expect(html).toContain(`lang="${locale}"`)
      expect(html).not.toMatch(/<(?:img|script|style|link)\b/)
    },
  )

  it('lets nothing out of its place in the HTML', () => {
    const { html } = composeMail('reset', 'en', `${LINK}"><script>alert('1')</script>&x`)
    expect(html).not.toContain('<script>')
    expect(html).toContain('token=abc&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;x">')
  })
})
