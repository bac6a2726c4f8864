'use client'

import { useRouter } from 'next/navigation'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { CurveChartPoint, PropsOf } from '@/components/charts/chart-data'
import { TooltipBox } from '@/components/charts/chart-tooltip'
import { AXIS, labelOf, STILL } from '@/components/charts/recharts-look'

const AMOUNTS = { ...AXIS, tick: { ...AXIS.tick, className: 'amount' } }

/** Distance from the target over tax; a point leads to its plan, and the plan on the page is filled. */
export default function CurveChart({ points, taxTicks, offTicks, names }: PropsOf<'curve'>) {
  const router = useRouter()
  const lines = (p: CurveChartPoint) => [
    { name: names.tax, value: <span className="amount">{p.taxLabel}</span> },
    { name: names.off, value: <span className="amount">{p.offLabel}</span> },
    { name: names.drift, value: p.driftLabel },
  ]
  const open = ({ href }: CurveChartPoint) => {
    if (href) router.push(href, { scroll: false })
  }
  const dots = {
    ...STILL,
    strokeWidth: 2,
    activeDot: false,
    dot: ({ cx, cy, payload }: { cx?: number; cy?: number; payload?: CurveChartPoint }) =>
      payload && cy ? <Dot key={payload.tax} x={cx} y={cy} point={payload} name={names.here} open={open} /> : null,
  } as const
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 24, bottom: 0, left: 8 }}>
        <CartesianGrid stroke="var(--color-line)" />
        <XAxis
          {...AMOUNTS}
          type="number"
          dataKey="tax"
          domain={[Math.min(0, points[0]?.tax ?? 0), taxTicks.at(-1)?.value ?? 1]}
          ticks={taxTicks.map((tick) => tick.value)}
          tickFormatter={labelOf(taxTicks)}
        />
        <YAxis
          {...AMOUNTS}
          type="number"
          width={70}
          domain={[0, offTicks.at(-1)?.value ?? 1]}
          ticks={offTicks.map((tick) => tick.value)}
          tickFormatter={labelOf(offTicks)}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as CurveChartPoint | undefined
            return active && point ? <TooltipBox title={point.current ? names.here : ''} lines={lines(point)} /> : null
          }}
        />
        <Line
          {...dots}
          dataKey={(p: CurveChartPoint) => (p.onCurve ? p.off : null)}
          stroke="var(--color-accent)"
          connectNulls
        />
        <Line {...dots} dataKey={(p: CurveChartPoint) => (p.onCurve ? null : p.off)} stroke="none" />
      </LineChart>
    </ResponsiveContainer>
  )
}

interface DotProps {
  x: number | undefined
  y: number | undefined
  point: CurveChartPoint
  name: string
  open: (point: CurveChartPoint) => void
}

const REACH = 12

function Dot({ x = 0, y = 0, point, name, open }: DotProps) {
  return (
    // For the pointer alone: the lines of the table behind the chart are the links for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <g onClick={() => open(point)} className={point.href ? 'cursor-pointer' : ''}>
      <circle cx={x} cy={y} r={REACH} fill="transparent" />
      <circle
        cx={x}
        cy={y}
        r={point.current ? 7 : 4.5}
        fill={point.current ? 'var(--color-accent)' : 'var(--color-surface)'}
        stroke={point.current ? 'var(--color-surface)' : 'var(--color-accent)'}
        strokeWidth={2}
      />
      {point.current && (
        <text
          x={x + 10}
          y={y - 10}
          fontSize={12}
          fontWeight={600}
          fill="var(--color-ink)"
          stroke="var(--color-surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {name}
        </text>
      )}
    </g>
  )
}
