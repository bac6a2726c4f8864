/**
 * What the charts are given: numbers to draw in percent or in money, and every text ready to print. They compute nothing.
 * Texts with amounts are marked as such, so that they go while amounts are hidden.
 */
export interface Tick {
  value: number
  label: string
}

export interface WeightPoint {
  name: string
  /** Not `fill`: Recharts would give that one to every series. */
  color: string
  now: number
  tightening: number
  postQt: number
  nowLabel: string
  tighteningLabel: string
  postQtLabel: string
}

export interface DriftPoint {
  name: string
  color: string
  drift: number
  /** From the lower to the upper edge, as distances from the target. */
  band: [number, number]
  outside: boolean
  driftLabel: string
  bandLabel: string
}

export interface MovesNode {
  name: string
  color: string
  amountLabel: string
  side: 'from' | 'to'
}

export interface MovesLink {
  source: number
  target: number
  value: number
}

export interface SeriesNames {
  now: string
  tightening: string
  postQt: string
}

export interface CurveChartPoint {
  /** Dollars of estimated tax, and dollars outside the target and its bands. */
  tax: number
  off: number
  /** False for the plan on the page where it lies beside the curve. */
  onCurve: boolean
  taxLabel: string
  offLabel: string
  driftLabel: string
  current: boolean
  /** Where a click on it leads; null for the plan on the page. */
  href: string | null
}

export type ChartProps =
  | { kind: 'weights'; points: WeightPoint[]; ticks: Tick[]; names: SeriesNames }
  | { kind: 'drift'; points: DriftPoint[]; ticks: Tick[]; names: { drift: string; band: string } }
  | { kind: 'moves'; nodes: MovesNode[]; links: MovesLink[] }
  | {
      kind: 'curve'
      points: CurveChartPoint[]
      taxTicks: Tick[]
      offTicks: Tick[]
      names: { tax: string; off: string; drift: string; here: string }
    }

export type PropsOf<Kind extends ChartProps['kind']> = Omit<Extract<ChartProps, { kind: Kind }>, 'kind'>
