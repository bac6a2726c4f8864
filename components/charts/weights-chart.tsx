'use client'

import { useId } from 'react'
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  LabelList,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { PropsOf, WeightPoint } from '@/components/charts/chart-data'
import { TooltipBox } from '@/components/charts/chart-tooltip'
import { AXIS, labelOf, STILL } from '@/components/charts/recharts-look'
import { RegimePatterns, regimeFill } from '@/components/charts/regime-patterns'

/** Each class now, solid in its hue, beside the weights of the two regimes. */
export default function WeightsChart({ points, ticks, names }: PropsOf<'weights'>) {
  const prefix = useId()
  const lines = (p: WeightPoint) => [
    { name: names.now, value: p.nowLabel },
    { name: names.tightening, value: p.tighteningLabel },
    { name: names.postQt, value: p.postQtLabel },
  ]
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        layout="vertical"
        data={points}
        accessibilityLayer={false}
        margin={{ top: 4, right: 52, bottom: 0, left: 0 }}
        barGap={1}
        barCategoryGap="18%"
      >
        <RegimePatterns prefix={prefix} />
        <CartesianGrid horizontal={false} stroke="var(--color-line)" />
        <XAxis
          {...AXIS}
          type="number"
          domain={[ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 100]}
          ticks={ticks.map((tick) => tick.value)}
          tickFormatter={labelOf(ticks)}
          interval={0}
        />
        <YAxis {...AXIS} type="category" dataKey="name" width={94} />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as WeightPoint | undefined
            return active && point ? <TooltipBox title={point.name} lines={lines(point)} /> : null
          }}
        />
        <Bar {...STILL} dataKey="now" name={names.now} barSize={13} shape={NowBar}>
          <LabelList dataKey="nowLabel" position="right" offset={4} fill="var(--color-ink)" fontSize={12} />
        </Bar>
        <Bar
          {...STILL}
          dataKey="tightening"
          name={names.tightening}
          barSize={8}
          {...regimeFill(prefix, 'tightening')}
        />
        <Bar {...STILL} dataKey="postQt" name={names.postQt} barSize={8} {...regimeFill(prefix, 'postQt')} />
      </BarChart>
    </ResponsiveContainer>
  )
}

function NowBar({ x, y, width, height, payload }: BarShapeProps) {
  return <Rectangle x={x} y={y} width={width} height={height} fill={(payload as WeightPoint).color} />
}
