import type { LineBand } from '@/components/charts/line-data'
import { BALANCE_SHEET_PROGRAMMES, type Pace, type Programme } from '@/lib/core/chronology'
import { dayNumber } from '@/lib/core/day-number'
import type { IsoDate } from '@/lib/core/units'

/** What happened on a day; the words are under `policy.sheet.event`. */
export interface PolicyEvent {
  date: IsoDate
  name: EventName
  source: string
}

type EventName =
  | 'qt1'
  | 'qt1End'
  | 'bills2019'
  | 'qe4'
  | 'qe4End'
  | 'qt2'
  | 'qt2Full'
  | 'qt2Slow'
  | 'qt2Slower'
  | 'qt2End'
  | 'reserveManagement'
  | 'paused'

/** By the order of a programme's paces; the first one is its beginning. */
const CHANGES: Partial<Record<Programme['id'], readonly EventName[]>> = { qt2: ['qt2Full', 'qt2Slow', 'qt2Slower'] }
const ENDS: Partial<Record<Programme['id'], EventName>> = { qt1: 'qt1End', qe4: 'qe4End', qt2: 'qt2End' }

const isPause = ({ treasuries, agency }: Pace): boolean => treasuries + agency === 0

/** The programmes of the balance sheet as dated events, oldest first. */
export function policyEvents(): PolicyEvent[] {
  return BALANCE_SHEET_PROGRAMMES.flatMap((programme): PolicyEvent[] => {
    const { id, from, to, paces, source } = programme
    const end = ENDS[id]
    const paused = paces.find(isPause)
    return [
      { date: from, name: id, source },
      ...(CHANGES[id] ?? []).flatMap((name, i) => {
        const pace = paces[i + 1]
        return pace ? [{ date: pace.from, name, source }] : []
      }),
      ...(end && to ? [{ date: to, name: end, source }] : []),
      ...(paused ? [{ date: paused.from, name: 'paused' as const, source }] : []),
    ]
  })
}

/** The periods of run-off and of purchases. One that has no end, or is paused, reaches to its pause or to the chart's last day. */
export function programmeBands(lastDay: number): LineBand[] {
  return BALANCE_SHEET_PROGRAMMES.map(({ kind, from, to, paces }) => {
    const until = to ?? paces.find(isPause)?.from
    return {
      from: dayNumber(from),
      to: until ? dayNumber(until) : lastDay,
      look: kind === 'runOff' ? 'tightening' : 'postQt',
    }
  })
}
