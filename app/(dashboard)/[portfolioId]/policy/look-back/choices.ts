import { DEFAULT_COST_BPS } from '@/lib/core/look-back/look-back'
import { REBALANCING, type Terms } from '@/lib/core/look-back/strategies'
import { RISK_LEVELS, type RiskLevel } from '@/lib/core/models'

/** Basis points; a turnover that costs more than a twentieth is none that anybody makes. */
export const MOST_COST = 500

export interface Choices extends Terms {
  risk: RiskLevel
}

type Params = Record<string, string | string[] | undefined>

/** What the address asks for; whatever it says that cannot be, the default stands in. */
export function readChoices(params: Params, risk: RiskLevel): Choices {
  const given = (name: string) => [params[name]].flat()[0]
  const cost = given('cost') ?? ''
  const costBps = /^\d{1,3}$/.test(cost) && Number(cost) <= MOST_COST ? Number(cost) : DEFAULT_COST_BPS
  return {
    risk: RISK_LEVELS.find((level) => level === given('risk')) ?? risk,
    rebalancing: REBALANCING.find((way) => way === given('trade')) ?? 'monthly',
    costBps,
  }
}
