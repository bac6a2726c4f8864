import { afterAll, expect, test } from 'vitest'
import { Referee } from '@/bench/referee'
import { requestOf, soak } from '@/bench/soak-case'

/** A slice of `npm run soak`. */
const referee = new Referee()
afterAll(() => referee.end())

test('the allocator and the referee agree on random requests', async () => {
  const disagreements: string[] = []
  for (let seed = 1; seed <= 25; seed += 1) {
    const { wrong } = await soak(seed, referee, 5)
    if (wrong.length > 0) disagreements.push(`seed ${seed}: ${wrong.join('; ')}: ${JSON.stringify(requestOf(seed))}`)
  }
  expect(disagreements).toEqual([])
})
