import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { centsUp } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import type { Place } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { type DrawnPoint, drawnPoints, roundTicks } from '@/app/(dashboard)/[portfolioId]/rebalance/curve-points'
import type { Tick } from '@/components/charts/chart-data'
import { ChartFigure, FigureTable } from '@/components/charts/chart-figure'
import { formatMoney, formatPercent } from '@/components/values/format'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { Plan } from '@/lib/core/plan'
import type { CurvePoint } from '@/lib/core/tradeoff'
import { cents } from '@/lib/core/units'

interface Props {
  points: CurvePoint[]
  plan: Plan
  place: Place
  currency: MoneyCurrency
}

const HEIGHT = 280
const PER_UNIT = 100

/** The curve of plans between "no tax" and "on target", each of them one click away. */
export function CurveFigure({ points, plan, place, currency }: Props) {
  const t = useTranslations('rebalance.curve')
  const charts = useTranslations('charts')
  const currencies = useTranslations('units.currency')
  const locale = useLocale()
  const drawn = drawnPoints(points, plan, place)
  const whole = (units: number) =>
    formatMoney(locale, cents(BigInt(Math.round(units * PER_UNIT))), currency, { precision: 'whole' })
  const ticksTo = (values: number[]): Tick[] =>
    roundTicks(Math.max(...values)).map((value) => ({ value, label: whole(value) }))
  const chartPoints = drawn.map((p) => ({
    tax: Number(p.tax) / PER_UNIT,
    off: Number(centsUp(p.tracking)) / PER_UNIT,
    taxLabel: formatMoney(locale, p.tax, currency),
    offLabel: formatMoney(locale, centsUp(p.tracking), currency),
    driftLabel: p.driftAfter === null ? '–' : formatPercent(locale, p.driftAfter),
    current: p.current,
    onCurve: p.onCurve,
    href: p.href,
  }))
  const names = { tax: t('tax'), off: t('off'), drift: t('drift'), here: t('here') }
  return (
    <ChartFigure
      title={<Finding points={points} currency={currency} />}
      unit={t('unit', { currency: currencies(currency) })}
      height={HEIGHT}
      chart={{
        kind: 'curve',
        points: chartPoints,
        taxTicks: ticksTo(chartPoints.map((p) => p.tax)),
        offTicks: ticksTo(chartPoints.map((p) => p.off)),
        names,
      }}
      tableTitle={charts('table')}
      table={
        <FigureTable
          label={t('label')}
          head={[t('tax'), t('off'), t('drift'), t('trades'), t('plan')]}
          lines={drawn.map((p) => ({
            key: `${p.tax} ${p.tracking}`,
            name: <Money value={p.tax} currency={currency} />,
            cells: cellsOf(p, t, currency),
          }))}
        />
      }
    />
  )
}

function cellsOf(p: DrawnPoint, t: (key: 'here' | 'use') => string, currency: string): ReactNode[] {
  return [
    <Money key="off" value={centsUp(p.tracking)} currency={currency} />,
    p.driftAfter === null ? '–' : <Percent key="drift" value={p.driftAfter} />,
    p.trades,
    p.href === null ? (
      t('here')
    ) : (
      <Link
        key="use"
        href={p.href}
        scroll={false}
        prefetch={false}
        className="font-semibold whitespace-nowrap text-accent underline-offset-2 hover:underline"
      >
        {t('use')}
      </Link>
    ),
  ]
}

function Finding({ points, currency }: { points: CurvePoint[]; currency: string }) {
  const t = useTranslations('rebalance.curve')
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  return t.rich('title', {
    least: () => <Money value={first.tax} currency={currency} />,
    far: () => <Money value={centsUp(first.tracking)} currency={currency} />,
    most: () => <Money value={last.tax} currency={currency} />,
    near: () => <Money value={centsUp(last.tracking)} currency={currency} />,
  })
}
