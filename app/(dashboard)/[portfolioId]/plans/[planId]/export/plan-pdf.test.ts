import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Words } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/file-words'
import { pdfWords } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/pdf-words'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { type Cents, cents, rate } from '@/lib/core/units'
import { facesFor } from '@/lib/flows/pdf-faces'
import { PAPERS, type Paper } from '@/lib/formats/pdf/make-pdf'
import { planPdf, textsOf } from '@/lib/formats/pdf/plan-pdf'
import type { Block, PrintedPlan } from '@/lib/formats/pdf/printed'
import { printedPlan } from '@/lib/formats/pdf/printed-plan'
import { anyDocument } from '@/lib/formats/random-document'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { LOCALES, type Locale } from '@/lib/i18n/locale'

const MADE = new Date('2026-11-22T10:00:00Z')

function exampleDocument(): PlanDocument {
  const snapshot = notate(
    'bank taxable cash 50000.50; VTI growth 100 @ 250 lot 60 @ 120.125 2020-01-02 lot 40 @ 240 2026-09-02; BND longBonds 3 @ 70; ira deferred cash 100; QQQ growth 12 @ 400; TLT longBonds 0 @ 90',
  )
  const policy = examplePolicy({ terms: { ...examplePolicy().terms, orderFee: cents(100n), spread: rate(500_000n) } })
  const { plan, issues } = buildPlan(snapshot, policy)
  if (!plan) throw new Error('The example has no plan')
  const adoption = {
    ...policy.target,
    id: 'a',
    origin: { kind: 'holdings' as const },
    adoptedAt: '2026-11-19T08:00:00.000Z',
  }
  return { snapshot, policy, adoption, plan, issues, inputHash: `sha256:${'0'.repeat(64)}` }
}

const named = (document: PlanDocument, name: string): PlanDocument => ({
  ...document,
  snapshot: { ...document.snapshot, accounts: document.snapshot.accounts.map((a) => ({ ...a, name })) },
})

function wordsOf(document: PlanDocument, locale: Locale, name: string) {
  const t = createTranslator({ locale, messages: CATALOGUES[locale], timeZone: 'UTC' }) as Words
  return pdfWords({ name, createdAt: MADE, approvedAt: null, document }, { t, locale, timeZone: 'UTC', made: MADE })
}

async function print(document: PlanDocument, locale: Locale, paper: Paper, name = 'Winter plan'): Promise<Uint8Array> {
  const words = wordsOf(document, locale, name)
  const faces = await facesFor(textsOf(document, words))
  return planPdf(document, null, words, { faces, paper, made: MADE })
}

interface Read {
  pages: string[]
  width: number
}

async function read(pdf: Uint8Array): Promise<Read> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  let width = 0
  for (let i = 1; i <= file.numPages; i += 1) {
    const page = await file.getPage(i)
    width = page.view[2] ?? 0
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return { pages, width }
}

function textsIn(block: Block): string[] {
  if (block.kind === 'line') return [block.line.text]
  if (block.kind === 'subheading') return [block.text]
  if (block.kind === 'figures') return block.rows.flat()
  const cells = [...block.rows, block.totals ?? []].flat()
  const lines = cells.flatMap((cell) => (cell.kind === 'lines' ? cell.lines : []))
  return [...block.columns.map(({ title }) => title), ...lines.map(({ text }) => text)]
}

const allTexts = ({ title, saved, summary, parts, notices, foot }: PrintedPlan): string[] => [
  ...[title, saved, summary, ...notices, foot],
  ...parts.flatMap((part) => [part.title, ...part.blocks.flatMap(textsIn)]),
]

const close = (text: string): string => text.replace(/\s+/g, '')
const SLOW_MS = 120_000

describe('a plan on paper', () => {
  const cases = LOCALES.flatMap((locale) => PAPERS.map((paper) => [locale, paper] as const))
  it.each(cases)(
    'has each trade with symbol, quantity and value (%s, %s)',
    async (locale, paper) => {
      const document = exampleDocument()
      const { pages, width } = await read(await print(document, locale, paper))
      const text = close(pages.join(''))
      const t = createTranslator({ locale, messages: CATALOGUES[locale] }) as Words
      const { figures } = wordsOf(document, locale, '')
      expect(document.plan.trades.length).toBeGreaterThan(1)
      for (const trade of document.plan.trades) {
        expect(text).toContain(close(`${t(`plans.report.side.${trade.side}`)} ${trade.symbol}`))
        expect(text).toContain(close(figures.quantity(trade.quantity)))
        expect(text).toContain(close(figures.money(trade.value)))
        for (const lot of trade.lots) expect(text).toContain(close(figures.money(lot.gain)))
      }
      expect(text).toContain(close(t('common.notice')))
      expect(text).toContain(close(t('planFiles.pdf.heading.proof')))
      expect(pages[0]).toContain(`1 / ${pages.length}`)
      expect(Math.round(width)).toBe(paper === 'a4' ? 595 : 612)
    },
    SLOW_MS,
  )

  it.each(LOCALES)(
    'has all that the preview shows (%s)',
    async (locale) => {
      const document = exampleDocument()
      const { pages } = await read(await print(document, locale, 'a4', 'Plan'))
      const paper = close(pages.join(''))
      const printed = printedPlan(document, null, wordsOf(document, locale, 'Plan'))
      expect(allTexts(printed).filter((text) => !paper.includes(close(text)))).toEqual([])
    },
    SLOW_MS,
  )

  it.each(['招商银行 “A”', 'Żółć Œuvre', 'Сбережения', '臺灣證券', 'α → β', 'ひらがな'])(
    'shows %s as it is',
    async (name) => {
      const { pages } = await read(await print(named(exampleDocument(), name), 'en', 'a4', name))
      expect(close(pages.join(''))).toContain(close(name))
    },
    SLOW_MS,
  )

  it(
    'says of a character that no font has which one it is',
    async () => {
      const { pages } = await read(await print(named(exampleDocument(), 'حساب\nA'), 'en', 'a4'))
      expect(pages.join('')).toContain('[U+062D][U+0633][U+0627][U+0628][U+000A]A')
    },
    SLOW_MS,
  )

  it(
    'goes over pages without splitting a row or losing one',
    async () => {
      const base = exampleDocument()
      const [first] = base.plan.trades
      const [holding] = base.snapshot.holdings
      if (!first || !holding) throw new Error('No trade')
      const many = Array.from({ length: 200 }, (_, i) => ({
        trade: {
          ...first,
          holdingId: `h${i}`,
          symbol: `SYM${i}X`,
          name: 'A long name '.repeat(i % 9),
          value: (first.value + BigInt(i)) as Cents,
          lots: [],
        },
        holding: { ...holding, id: `h${i}`, symbol: `SYM${i}X`, lots: [] },
      }))
      const document = {
        ...base,
        snapshot: { ...base.snapshot, holdings: many.map((m) => m.holding) },
        plan: { ...base.plan, trades: many.map((m) => m.trade) },
      }
      const { pages } = await read(await print(document, 'en', 'letter'))
      expect(pages.length).toBeGreaterThan(10)
      for (const { trade } of many) {
        const value = `$${(Number(trade.value) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`
        const whole = pages.filter((page) => page.includes(`${trade.symbol}`) && page.includes(value))
        expect([trade.symbol, value, whole.length > 0]).toEqual([trade.symbol, value, true])
      }
    },
    SLOW_MS,
  )

  it(
    'prints any plan',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyDocument, async (document) => {
          const { pages } = await read(await print(document, 'zh-CN', 'a4', document.snapshot.accounts[0]?.name))
          for (const trade of document.plan.trades) expect(pages.join('')).toContain(trade.symbol)
        }),
        { numRuns: 8 },
      )
    },
    SLOW_MS,
  )
})
