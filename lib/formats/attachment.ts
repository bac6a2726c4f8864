import type { IsoDate } from '@/lib/core/units'

/** Longer names are cut by some file systems in the middle of a character. */
const LONGEST = 60
const NOT_IN_FILE_NAMES = /[\p{C}<>:"/\\|?*\s]+/gu

/** `tidemark-plan-2026-11-22-name.csv`: dated, with the plan's name in any script, without what no file system takes. */
export const planFileName = (asOf: IsoDate, name: string, extension: string): string =>
  datedFileName('tidemark-plan', asOf, name, extension)

/** The same for any file: what it is, its date, and the name of what is in it. */
export function datedFileName(kind: string, date: IsoDate, name: string, extension: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(NOT_IN_FILE_NAMES, '-')
    .replace(/^[-.]+/, '')
  const short = [...cleaned]
    .slice(0, LONGEST)
    .join('')
    .replace(/[-.]+$/, '')
  return `${[kind, date, short].filter(Boolean).join('-')}.${extension}`
}

/** The Content-Disposition of a download: a plain name for old readers, the true one as RFC 5987 and RFC 6266 say. */
export function attachment(fileName: string): string {
  const ascii = fileName
    .replace(/[^\x20-\x7e]+/g, '-')
    .replace(/["\\%]/g, '-')
    .replace(/-+(?=[-.])/g, '')
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`
}
