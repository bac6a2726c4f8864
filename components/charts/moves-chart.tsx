'use client'

import { ResponsiveContainer, Sankey, type SankeyLinkProps, type SankeyNodeProps } from 'recharts'
import type { MovesNode, PropsOf } from '@/components/charts/chart-data'

/** From the classes above their weights, at the left, to those below; a ribbon is as wide as its money. */
export default function MovesChart({ nodes, links }: PropsOf<'moves'>) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Sankey
        data={{ nodes, links }}
        accessibilityLayer={false}
        nodeWidth={10}
        nodePadding={30}
        iterations={0}
        sort={false}
        margin={{ top: 12, right: 2, bottom: 12, left: 2 }}
        node={MovesNodeShape}
        link={MovesRibbon}
      />
    </ResponsiveContainer>
  )
}

function MovesNodeShape({ x, y, width, height, payload }: SankeyNodeProps) {
  const { name, color, amountLabel, side } = payload as unknown as MovesNode
  const atLeft = side === 'from'
  const label = {
    x: atLeft ? x + width + 6 : x - 6,
    textAnchor: atLeft ? 'start' : 'end',
    stroke: 'var(--color-surface)',
    strokeWidth: 3,
    paintOrder: 'stroke',
    fontSize: 12,
    fill: 'var(--color-ink)',
  } as const
  const middle = y + height / 2
  return (
    <g>
      <rect x={x} y={y} width={width} height={Math.max(1, height)} fill={color} />
      <text {...label} y={middle - 3} fontWeight={600}>
        {name}
      </text>
      <text {...label} y={middle + 12} className="amount">
        {amountLabel}
      </text>
    </g>
  )
}

function MovesRibbon(props: SankeyLinkProps) {
  const { sourceX, sourceY, sourceControlX, targetX, targetY, targetControlX, linkWidth, payload } = props
  const { color } = payload.source as unknown as MovesNode
  return (
    <path
      d={`M${sourceX},${sourceY}C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`}
      fill="none"
      stroke={color}
      strokeWidth={Math.max(1, linkWidth)}
      strokeOpacity={0.28}
    />
  )
}
