import { example, type PlanExample } from '@/lib/formats/plan-example'
import { COST_CASES } from '@/lib/formats/plan-examples-costs'
import { WEIGHT_CASES } from '@/lib/formats/plan-examples-weights'

/** Every request with a known answer. */
export const PLAN_EXAMPLES: PlanExample[] = [...WEIGHT_CASES, ...COST_CASES].map(example)
