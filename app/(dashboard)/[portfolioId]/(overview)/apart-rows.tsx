import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Amount, PointsOnly } from '@/app/(dashboard)/[portfolioId]/(overview)/amount'
import { Shift } from '@/app/(dashboard)/[portfolioId]/(overview)/shift'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Percent } from '@/components/values/percent'
import { bps, type Cents, cents } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

export type ApartBucket = 'unclassified' | 'cash'

/** What stands apart from the classes, when there is any of it. */
export function apartBuckets(b: Breakdown): ApartBucket[] {
  return (['unclassified', 'cash'] as const).filter((bucket) => b.values[bucket] !== 0n)
}

/** Unclassified holdings and uncounted cash: their weight in every model is zero, so all of them would move. */
export function ApartRows({ view }: { view: View }) {
  const { breakdown } = view.overview.comparison
  return apartBuckets(breakdown).map((bucket) => <ApartRow key={bucket} bucket={bucket} view={view} />)
}

function ApartRow({ bucket, view }: { bucket: ApartBucket; view: View }) {
  const t = useTranslations('overview.apart')
  const { breakdown } = view.overview.comparison
  const value = breakdown.values[bucket]
  const weight = breakdown.weights?.[bucket] ?? null
  const away = weight === null ? null : cents(-value)
  return (
    <Tr>
      <RowHead className="whitespace-nowrap">
        <span className="pl-4.5">{t(bucket)}</span>
      </RowHead>
      <Amount value={value} />
      <Td numeric className="font-semibold">
        {weight !== null && <Percent value={weight} />}
      </Td>
      <Td className="px-5! text-sm">
        <Link className="text-accent underline" href={`/${view.portfolio.id}/holdings`}>
          {t(`${bucket}Action`)}
        </Link>
      </Td>
      <ZeroAndShift shift={away} />
      <ZeroAndShift shift={away} />
      {view.adoption && (
        <>
          <Td numeric className="border-l">
            <Percent value={bps(0)} />
          </Td>
          <Td numeric>{weight !== null && <PointsOnly value={weight} />}</Td>
          <Amount value={away === null ? null : value} change />
          <Td numeric className="pr-4!">
            {away !== null && (
              <Shift value={away} currency={view.snapshot.currency} word={bucket === 'cash' ? 'place' : 'classify'} />
            )}
          </Td>
        </>
      )}
    </Tr>
  )
}

function ZeroAndShift({ shift }: { shift: Cents | null }) {
  return (
    <>
      <Td numeric className="border-l">
        <Percent value={bps(0)} />
      </Td>
      <Amount value={shift} change />
    </>
  )
}
