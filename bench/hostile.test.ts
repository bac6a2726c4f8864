import { expect, test } from 'vitest'
import { receive } from '@/bench/hostile-case'

/** A slice of the million in `bench/hostile.ts`; how late an answer is belongs to the figures, not here. */
test('a hostile request gets an answer or a listed error, and breaks no identity', () => {
  const results = Array.from({ length: 1000 }, (_, i) => receive(i + 1))
  const wrong = results.filter((r) => r.wrong.some((reason) => !reason.endsWith('past its deadline')))
  expect(wrong).toEqual([])
  expect(results.filter((r) => r.outcome === 'refused').length).toBeGreaterThan(100)
  expect(results.filter((r) => r.outcome !== 'refused').length).toBeGreaterThan(100)
})
