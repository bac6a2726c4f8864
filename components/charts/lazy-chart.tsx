'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import type { ChartProps } from '@/components/charts/chart-data'

const WeightsChart = dynamic(() => import('@/components/charts/weights-chart'), { ssr: false })
const DriftChart = dynamic(() => import('@/components/charts/drift-chart'), { ssr: false })
const MovesChart = dynamic(() => import('@/components/charts/moves-chart'), { ssr: false })
const CurveChart = dynamic(() => import('@/components/charts/curve-chart'), { ssr: false })

/** How near a chart comes to the window before its code is loaded. */
const NEAR = '200px'

/** Whether an element has come near the window yet. */
export function useSeen<T extends Element>() {
  const box = useRef<T>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !box.current) return
    const observer = new IntersectionObserver((entries) => setSeen(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: NEAR,
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [seen])
  return { box, seen }
}

interface Box {
  height: number
  labelledBy: string
}

/** A box of fixed height whose chart is loaded when it comes near the window, so that nothing jumps and nobody waits for it. */
export function LazyChart({ height, labelledBy, ...chart }: Box & ChartProps) {
  const { box, seen } = useSeen<HTMLDivElement>()
  return (
    <div
      ref={box}
      role="img"
      aria-labelledby={labelledBy}
      style={{ height }}
      className="min-w-0 overflow-hidden print:hidden"
    >
      {seen && <Chart {...chart} />}
    </div>
  )
}

function Chart(chart: ChartProps) {
  switch (chart.kind) {
    case 'weights':
      return <WeightsChart {...chart} />
    case 'drift':
      return <DriftChart {...chart} />
    case 'moves':
      return <MovesChart {...chart} />
    case 'curve':
      return <CurveChart {...chart} />
  }
}
