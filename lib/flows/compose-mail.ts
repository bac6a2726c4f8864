import 'server-only'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locale'

/** What a mail says; its words are in the catalogues under `mail`. */
export const MAIL_KINDS = ['register', 'known', 'reset', 'verify', 'changed', 'waysIn'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export interface MailText {
  subject: string
  text: string
  html: string
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A mail's words in one language, with its one link, once as plain text and once as HTML without any picture or style sheet. */
export function composeMail(kind: MailKind, locale: Locale, link: string): MailText {
  const { [kind]: words, footer } = CATALOGUES[locale].mail
  const { subject, body, button, otherwise } = words
  const anchor = `<a href="${escaped(link)}">${escaped(button)}</a>`
  const paragraphs = [escaped(body), anchor, escaped(link), escaped(otherwise), escaped(footer)]
  const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`
  const page = paragraphs.map((inner) => `<p>${inner}</p>`).join('')
  return {
    subject,
    text: `${[body, link, otherwise, `-- \n${footer}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><head>${head}</head><body>${page}</body></html>`,
  }
}
