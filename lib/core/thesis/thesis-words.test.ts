import { describe, expect, it } from 'vitest'
import { CLAIM_IDS } from '@/lib/core/thesis/claims'
import { FIGURE_NAMES, PUBLISHERS } from '@/lib/core/thesis/figure'
import { POLICY_ROWS } from '@/lib/core/thesis/policy-table'
import { REMARKS, VERDICTS } from '@/lib/core/thesis/record'
import { WATCH_IDS } from '@/lib/core/thesis/watch-list'
import thesis from '@/lib/i18n/messages/en/thesis.json'

/** The catalogue has exactly the words that the results ask for: none is missing, none is left over. */
describe('the words of the thesis', () => {
  it.each([
    ['claim', CLAIM_IDS, thesis.claim],
    ['figure', FIGURE_NAMES, thesis.figure],
    ['source', PUBLISHERS, thesis.source],
    ['remark', REMARKS, thesis.remark],
    ['verdict', VERDICTS, thesis.verdict],
    ['watch item', WATCH_IDS, thesis.watch.item],
    ['policy row', POLICY_ROWS, thesis.policy.row],
  ] as const)('name every %s', (_, ids, words) => {
    expect(Object.keys(words).sort()).toEqual([...ids].sort())
  })
})
