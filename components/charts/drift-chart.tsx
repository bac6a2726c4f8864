'use client'

import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { DriftPoint, PropsOf } from '@/components/charts/chart-data'
import { TooltipBox } from '@/components/charts/chart-tooltip'
import { AXIS, labelOf, STILL } from '@/components/charts/recharts-look'

/** How far each class is from its target, over its tolerance band; outside the band the bar is solid, inside it is hollow. */
export default function DriftChart({ points, ticks, names }: PropsOf<'drift'>) {
  const lines = (p: DriftPoint) => [
    { name: names.drift, value: p.driftLabel },
    { name: names.band, value: p.bandLabel },
  ]
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        layout="vertical"
        data={points}
        accessibilityLayer={false}
        margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
      >
        <CartesianGrid horizontal={false} stroke="var(--color-line)" />
        <XAxis
          {...AXIS}
          type="number"
          domain={[ticks[0]?.value ?? -1, ticks.at(-1)?.value ?? 1]}
          ticks={ticks.map((tick) => tick.value)}
          tickFormatter={labelOf(ticks)}
          interval={0}
        />
        <YAxis {...AXIS} yAxisId="band" type="category" dataKey="name" width={94} />
        <YAxis yAxisId="drift" type="category" dataKey="name" hide />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as DriftPoint | undefined
            return active && point ? <TooltipBox title={point.name} lines={lines(point)} /> : null
          }}
        />
        <Bar {...STILL} yAxisId="band" dataKey="band" barSize={26} fill="var(--color-band)" />
        <Bar {...STILL} yAxisId="drift" dataKey="drift" barSize={12} shape={DriftBar} />
        <ReferenceLine yAxisId="band" x={0} stroke="var(--color-ink)" />
      </ComposedChart>
    </ResponsiveContainer>
  )
}

const GAP = 4

function DriftBar({ x, y, width, height, payload }: BarShapeProps) {
  const { color, outside, drift, driftLabel } = payload as DriftPoint
  const [left, right] = [Math.min(x, x + width), Math.max(x, x + width)]
  return (
    <g>
      <rect
        x={left}
        y={y}
        width={right - left}
        height={height}
        fill={outside ? color : 'var(--color-surface)'}
        stroke={color}
        strokeWidth={1.5}
      />
      <text
        x={drift < 0 ? left - GAP : right + GAP}
        y={y + height / 2}
        dominantBaseline="central"
        textAnchor={drift < 0 ? 'end' : 'start'}
        fill="var(--color-ink)"
        fontSize={12}
        fontWeight={outside ? 600 : 400}
        stroke="var(--color-surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {driftLabel}
      </text>
    </g>
  )
}
