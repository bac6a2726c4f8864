import { getTranslations } from 'next-intl/server'
import { sheetWords } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/file-words'
import { asOf } from '@/lib/auth/clock'
import { findUser } from '@/lib/auth/session'
import { isUuid } from '@/lib/core/uuid'
import { findBook } from '@/lib/db/book'
import { findPortfolio } from '@/lib/db/portfolios'
import { findSnapshot } from '@/lib/db/snapshot'
import { attachment, datedFileName } from '@/lib/formats/attachment'
import { fileOfBook, holdingsCsv } from '@/lib/formats/holdings-csv'
import { bookSheets } from '@/lib/formats/holdings-sheet'
import { xlsx } from '@/lib/formats/xlsx'

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }
const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Format = keyof typeof TYPES

const isFormat = (text: string | null): text is Format => text !== null && Object.hasOwn(TYPES, text)

/** The book of one portfolio as it is now: `?format=csv`, which imports again, or `?format=xlsx`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ portfolioId: string }> },
): Promise<Response> {
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const { portfolioId } = await params
  const portfolio = isUuid(portfolioId) ? await findPortfolio(user.id, portfolioId) : null
  if (!portfolio) return failure(404, 'notFound')
  const format = new URL(request.url).searchParams.get('format')
  if (!isFormat(format)) return failure(400, 'unknownFormat')
  const today = await asOf()
  const body = format === 'csv' ? await asCsv(user.id, portfolioId) : await asXlsx(user.id, portfolioId, today)
  if (body === null) return failure(404, 'notFound')
  const name = datedFileName('tidemark-holdings', today, portfolio.name, format)
  const headers = { ...PRIVATE, 'Content-Type': TYPES[format], 'Content-Disposition': attachment(name) }
  return new Response(body, { headers })
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers: PRIVATE })

async function asCsv(userId: string, portfolioId: string): Promise<string | null> {
  const book = await findBook(userId, portfolioId)
  return book && holdingsCsv(fileOfBook(book))
}

async function asXlsx(userId: string, portfolioId: string, today: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const snapshot = await findSnapshot(userId, portfolioId)
  if (!snapshot) return null
  const sheets = bookSheets(snapshot, sheetWords(await getTranslations()))
  return new Uint8Array(await xlsx(sheets, new Date(`${today}T00:00:00Z`)))
}
