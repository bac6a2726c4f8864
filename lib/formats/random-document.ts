import fc from 'fast-check'
import { convictionNear } from '@/lib/core/conviction'
import { buildPlan } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { anyMixed } from '@/lib/core/random-rates'
import type { TargetOrigin } from '@/lib/core/targets'
import { bps, type IsoDate } from '@/lib/core/units'

const origin = fc.oneof(
  fc.constant<TargetOrigin>({ kind: 'holdings' }),
  fc.constant<TargetOrigin>({ kind: 'builtIn', risk: 'balanced', state: 'postQt' }),
  fc
    .integer({ min: 0, max: 10_000 })
    .map((share): TargetOrigin => ({ kind: 'blend', risk: 'growth', share: bps(share) })),
  fc.integer({ min: 0, max: 40 }).map(
    (steps): TargetOrigin => ({
      kind: 'measured',
      risk: 'balanced',
      state: 'tightening',
      friday: '2026-08-21' as IsoDate,
      score: 0.4512,
      conviction: convictionNear(steps / 20),
    }),
  ),
  fc.string({ unit: 'grapheme' }).map((name): TargetOrigin => ({ kind: 'custom', modelId: 'm', name })),
)

/** Names as people type them and as attackers do. */
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=cmd()',
    '-5',
    '@x',
    '\tx',
    '招商银行 "A", B',
    "'=1",
    'Œuvre\r\nœ',
    'عربى',
    '👩‍👩‍👧',
    ' padded ',
    '\uFEFFx',
  ),
)

/** Most in one currency, some in several. */
const anyBook = fc.oneof({ weight: 3, arbitrary: anySnapshot }, { weight: 1, arbitrary: anyMixed })

/** For property tests: plans of arbitrary portfolios, as they are stored. */
export const anyDocument: fc.Arbitrary<PlanDocument> = fc
  .record({ snapshot: anyBook, policy: anyPolicy, origin, name: anyName })
  .map(({ snapshot: bare, policy, origin, name }) => {
    const snapshot = {
      ...bare,
      accounts: bare.accounts.map((a) => ({ ...a, name })),
      holdings: bare.holdings.map((h) => ({ ...h, name })),
    }
    const adoption = { ...policy.target, id: 'adoption', origin, adoptedAt: '2026-11-19T08:00:00.000Z' }
    const { plan, issues } = buildPlan(snapshot, policy)
    return { snapshot, policy, adoption, plan, issues, inputHash: `sha256:${'0'.repeat(64)}` }
  })
  .filter((computed): computed is PlanDocument => computed.plan !== null)
