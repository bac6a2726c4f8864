import { useLocale, useTranslations } from 'next-intl'
import { money } from '@/app/(dashboard)/[portfolioId]/(overview)/texts'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import type { MovesNode } from '@/components/charts/chart-data'
import { ChartFigure, FigureTable } from '@/components/charts/chart-figure'
import { classColor } from '@/components/charts/class-color'
import { formatMoney } from '@/components/values/format'
import { Money } from '@/components/values/money'
import type { Move } from '@/lib/core/money-moves'
import { type Cents, cents, sum } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'

const HEIGHT = 300

type Side = MovesNode['side']

/** The ends of the moves at one side, in class order, each with the sum of its moves. */
function ends(moves: readonly Move[], side: Side): { bucket: Bucket; amount: Cents }[] {
  return BUCKETS.flatMap((bucket) => {
    const own = moves.filter((move) => move[side] === bucket)
    return own.length > 0 ? [{ bucket, amount: cents(sum(own.map((move) => move.amount))) }] : []
  })
}

/** Where the money would move to reach the adopted target, or the post-QT weights while there is none. */
export function MovesFigure({ view }: { view: View }) {
  const t = useTranslations('charts')
  const bucketName = useBucketName()
  const inCurrency = { currency: useTranslations('units.currency')(view.snapshot.currency) }
  const { moves, moved } = view.overview
  const lines = moves.map((move) => ({
    key: `${move.from}-${move.to}`,
    name: t('moves.move', { from: bucketName(move.from), to: bucketName(move.to) }),
    cells: [<Money key="amount" value={move.amount} symbol={false} />],
  }))
  const total = { key: 'total', name: t('moves.total'), cells: [<Money key="amount" value={moved} symbol={false} />] }
  return (
    <ChartFigure
      title={<MovesTitle view={view} />}
      unit={t('moves.unit', inCurrency)}
      height={HEIGHT}
      chart={useSankey(view)}
      tableTitle={t('table')}
      table={
        <FigureTable
          label={t('moves.label')}
          head={[t('moves.name'), t('moves.amount', inCurrency)]}
          lines={[...lines, total]}
        />
      }
    />
  )
}

function useSankey({ overview, snapshot }: View) {
  const bucketName = useBucketName()
  const locale = useLocale()
  const { moves } = overview
  const amountLabel = (amount: Cents) => formatMoney(locale, amount, snapshot.currency, { precision: 'whole' })
  const found = (['from', 'to'] as const).flatMap((side) => ends(moves, side).map((end) => ({ ...end, side })))
  const indexOf = (side: Side, bucket: Bucket) => found.findIndex((end) => end.side === side && end.bucket === bucket)
  if (moves.length === 0) return null
  const nodes = found.map(({ bucket, amount, side }) => ({
    name: bucketName(bucket),
    color: classColor(bucket),
    amountLabel: amountLabel(amount),
    side,
  }))
  // A drawing needs no exact cents: the texts carry them.
  const links = moves.map((move) => ({
    source: indexOf('from', move.from),
    target: indexOf('to', move.to),
    value: Number(move.amount),
  }))
  return { kind: 'moves' as const, nodes, links }
}

function useBucketName(): (bucket: Bucket) => string {
  const units = useTranslations('units')
  const apart = useTranslations('overview.apart')
  return (bucket) =>
    bucket === 'unclassified' || bucket === 'cash' ? apart(bucket) : units(`assetClassShort.${bucket}`)
}

function MovesTitle({ view }: { view: View }) {
  const t = useTranslations('charts.moves')
  const locale = useLocale()
  const originName = useOriginName()
  const bucketName = useBucketName()
  const { moves, moved } = view.overview
  const target = view.adoption ? originName(view.adoption.origin) : t('postQtWeights')
  const [largest] = moves.toSorted((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
  if (!largest) return t('none', { target })
  const amount = formatMoney(locale, moved, view.snapshot.currency)
  return t.rich('title', { amount, money, target, from: bucketName(largest.from), to: bucketName(largest.to) })
}
