/** What a chart of lines over time is given. A day is the number of `dayNumber`; values are statistics in the unit that the figure names. */
export interface LineSeries {
  name: string
  look: LineLook
  /** True where a value holds until the next one, as a target range does. */
  steps?: boolean
  values: readonly (number | null)[]
}

/** Colour and dashes; the dashes tell the lines apart without colour. */
export const LINE_LOOKS = {
  first: { stroke: 'var(--color-ink)', dash: undefined },
  second: { stroke: 'var(--color-accent)', dash: '7 3' },
  third: { stroke: 'var(--color-negative)', dash: '2 3' },
  fourth: { stroke: 'var(--color-muted)', dash: '10 3 2 3' },
} as const
export type LineLook = keyof typeof LINE_LOOKS

/** A period behind the lines: stripes for tightening and run-off, dots for post-QT and purchases. */
export interface LineBand {
  from: number
  to: number
  look: 'tightening' | 'postQt'
}

export interface LineEvent {
  day: number
  /** A short mark beside the line; what it stands for is in the legend or in the list of events. */
  mark: string
}

export interface LineThreshold {
  value: number
  label: string
}

export interface LineChartProps {
  days: readonly number[]
  series: readonly LineSeries[]
  bands?: readonly LineBand[]
  events?: readonly LineEvent[]
  thresholds?: readonly LineThreshold[]
  /** Fixed ends of the scale; otherwise what is seen decides. */
  domain?: readonly [number, number]
  /** Digits after the point of a value. */
  digits: number
}

export const RANGES = ['1', '5', 'all'] as const
/** Years up to the newest day, or everything. */
export type Range = (typeof RANGES)[number]
