'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useSeen } from '@/components/charts/lazy-chart'
import { type LineChartProps, RANGES, type Range } from '@/components/charts/line-data'
import { Segmented } from '@/components/ui/segmented'

const LineChart = dynamic(() => import('@/components/charts/line-chart'), { ssr: false })

const DAYS_A_YEAR = 365.25

interface Props {
  chart: LineChartProps
  height: number
  labelledBy: string
  /** Of the choice of the range. */
  label: string
  names: Record<Range, string>
  start: Range
}

/** A chart of lines and the choice of how far back it reaches. Its code is loaded when it comes near the window. */
export function LineRange({ chart, height, labelledBy, label, names, start }: Props) {
  const { box, seen } = useSeen<HTMLDivElement>()
  const [range, choose] = useState<Range>(start)
  return (
    <div className="grid gap-2 print:hidden">
      <div className="justify-self-start">
        <Segmented
          label={label}
          options={RANGES.map((value) => ({ value, label: names[value] }))}
          value={range}
          onChange={choose}
        />
      </div>
      <div ref={box} role="img" aria-labelledby={labelledBy} style={{ height }} className="min-w-0 overflow-hidden">
        {seen && <LineChart {...chart} from={startOf(chart.days, range)} />}
      </div>
    </div>
  )
}

function startOf(days: readonly number[], range: Range): number {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0]
  return range === 'all' ? first : Math.max(first, Math.round(last - Number(range) * DAYS_A_YEAR))
}
