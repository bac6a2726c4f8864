'use client'

import { useLocale } from 'next-intl'
import { useId } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart as Lines,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { TooltipBox } from '@/components/charts/chart-tooltip'
import { LINE_LOOKS, type LineChartProps, type LineSeries } from '@/components/charts/line-data'
import { type DayTick, dayTicks, valueScale } from '@/components/charts/line-scale'
import { AXIS, STILL } from '@/components/charts/recharts-look'
import { RegimePatterns, regimeFill } from '@/components/charts/regime-patterns'
import { formatFigure, formatMonth, formatYear } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import { dateOfDay } from '@/lib/core/day-number'
import { monthOf } from '@/lib/core/month'

interface Row {
  day: number
  values: (number | null)[]
}

const BAND_OPACITY = 0.32

/** Lines over time from a day on, before shaded periods and beside thresholds. */
export default function LineChart({ from, ...props }: LineChartProps & { from: number }) {
  const { days, series, bands = [], events = [], thresholds = [], digits } = props
  const locale = useLocale()
  const prefix = useId()
  const rows = rowsFrom(days, series, from)
  const to = days.at(-1) ?? from
  const scale = scaleOf(rows, props)
  const ticks = dayTicks(from, to)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Lines
        data={rows}
        accessibilityLayer={false}
        margin={{ top: events.length > 0 ? 32 : 16, right: thresholds.length > 0 ? 34 : 14, bottom: 0, left: 0 }}
      >
        <RegimePatterns prefix={prefix} />
        {bands.map((band) => (
          <ReferenceArea
            key={band.from}
            x1={Math.max(band.from, from)}
            x2={Math.max(band.to, from)}
            ifOverflow="hidden"
            {...regimeFill(prefix, band.look)}
            stroke="none"
            opacity={BAND_OPACITY}
          />
        ))}
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          {...AXIS}
          type="number"
          dataKey="day"
          domain={[from, to]}
          ticks={ticks.map(({ day }) => day)}
          tickFormatter={(day: number) => dayLabel(locale, ticks, day)}
          minTickGap={4}
        />
        <YAxis
          {...AXIS}
          type="number"
          width={48}
          domain={[scale.from, scale.to]}
          ticks={scale.ticks}
          tickFormatter={(value: number) => formatFigure(locale, value, { digits: scale.digits })}
        />
        {thresholds.map(({ value, label }) => (
          <ReferenceLine
            key={value}
            y={value}
            stroke="var(--color-line-strong)"
            strokeDasharray="4 3"
            label={{ value: label, position: 'right', ...MARK }}
          />
        ))}
        {events.map(({ day, mark }, i) => (
          <ReferenceLine
            key={day}
            x={day}
            ifOverflow="hidden"
            stroke="var(--color-line-strong)"
            label={{ value: mark, position: 'top', offset: i % 2 === 0 ? 4 : 16, ...MARK }}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as Row | undefined
            return active && row ? (
              <TooltipBox
                title={formatDate(locale, dateOfDay(row.day))}
                lines={series.flatMap(({ name }, i) => {
                  const value = row.values[i]
                  return typeof value === 'number' ? [{ name, value: formatFigure(locale, value, { digits }) }] : []
                })}
              />
            ) : null
          }}
        />
        {series.map(({ name, look, steps }, i) => (
          <Line
            key={name}
            {...STILL}
            name={name}
            type={steps ? 'stepAfter' : 'linear'}
            dataKey={(row: Row) => row.values[i]}
            stroke={LINE_LOOKS[look].stroke}
            strokeDasharray={LINE_LOOKS[look].dash}
            strokeWidth={1.75}
            dot={false}
            connectNulls
          />
        ))}
      </Lines>
    </ResponsiveContainer>
  )
}

const MARK = { fill: 'var(--color-muted)', fontSize: 11 } as const

function rowsFrom(days: readonly number[], series: readonly LineSeries[], from: number): Row[] {
  return days.flatMap((day, at) =>
    day < from ? [] : [{ day, values: series.map(({ values }) => values[at] ?? null) }],
  )
}

function scaleOf(rows: readonly Row[], { domain, thresholds = [] }: LineChartProps) {
  if (domain) return valueScale(domain[0], domain[1])
  const seen = rows.flatMap(({ values }) => values.filter((value) => value !== null))
  const all = [...seen, ...thresholds.map(({ value }) => value)]
  return all.length === 0 ? valueScale(0, 1) : valueScale(Math.min(...all), Math.max(...all))
}

function dayLabel(locale: string, ticks: readonly DayTick[], day: number): string {
  const tick = ticks.find((known) => known.day === day)
  if (!tick) return ''
  return tick.shows === 'year' ? formatYear(tick.date) : formatMonth(locale, monthOf(tick.date))
}
