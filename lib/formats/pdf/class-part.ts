import type { PlanDocument } from '@/lib/core/plan-document'
import { bps, type Cents } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'
import { BARS_WIDTH, barScale } from '@/lib/formats/pdf/class-bars'
import type { PlanPdfWords } from '@/lib/formats/pdf/plan-words'
import { type Block, line, type PrintedCell, textCell } from '@/lib/formats/pdf/printed'

const isClass = (document: PlanDocument, bucket: Bucket): bucket is keyof PlanDocument['policy']['target']['weights'] =>
  bucket in document.policy.target.weights

/** Each class with its weight before and after, its target, and the money that moves. */
export function classBlocks(document: PlanDocument, words: PlanPdfWords): Block[] {
  const { before, after } = document.plan
  const buckets = BUCKETS.filter((b) => isClass(document, b) || before.values[b] !== 0n || after.values[b] !== 0n)
  const weight = (of: typeof before, b: Bucket) => of.weights?.[b] ?? bps(0)
  const target = (b: Bucket) => (isClass(document, b) ? document.policy.target.weights[b] : null)
  const scale = barScale(buckets.flatMap((b) => [weight(before, b), weight(after, b), target(b) ?? 0]))
  const { share } = words.figures
  const rows = buckets.map((b): PrintedCell[] => {
    const aim = target(b)
    const bars = { before: weight(before, b), after: weight(after, b), target: aim, scale }
    const shift = (after.values[b] - before.values[b]) as Cents
    const figures = [share(bars.before), share(bars.after), aim === null ? '–' : share(aim), words.change(shift)]
    return [textCell(words.bucket(b)), { kind: 'bars', bars }, ...figures.map((figure) => textCell(figure))]
  })
  const numbers = (['weightBefore', 'weightAfter', 'target', 'shift'] as const).map((name) => ({
    ...{ title: words.column(name), numeric: true, width: 'auto' as const },
  }))
  const columns = [{ title: words.column('class'), width: '*' as const }, { title: '', width: BARS_WIDTH }, ...numbers]
  return [
    { kind: 'table', label: words.heading('classes'), columns, rows, totals: null },
    line(words.barsHint, { muted: true }),
  ]
}
