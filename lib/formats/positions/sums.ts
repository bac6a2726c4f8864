import { agree } from '@/lib/formats/positions/exact-amounts'

interface Sum {
  amount: bigint
  parts: number
  currencies: Set<string>
  /** A value that nobody knows: then there is no sum. */
  unknown: boolean
}

const ALL = ''

/** What the values read so far add up to, of each account and of all, in 10^-18. */
export class Sums {
  readonly #sums = new Map<string, Sum>()

  /** Adds a value; null when it is not known. */
  add(account: string, currency: string, amount: bigint | null): void {
    for (const key of [ALL, `of ${account}`]) {
      const sum = this.#sums.get(key) ?? { amount: 0n, parts: 0, currencies: new Set(), unknown: false }
      sum.amount += amount ?? 0n
      sum.parts += 1
      sum.currencies.add(currency)
      sum.unknown ||= amount === null
      this.#sums.set(key, sum)
    }
  }

  /** The sum of all where a stated total is neither that nor the sum of the account; null when it is, or when there is no sum to compare. */
  farFrom(total: bigint, account: string): bigint | null {
    const compared = [ALL, `of ${account}`]
      .flatMap((key) => this.#sums.get(key) ?? [])
      .filter((sum) => !sum.unknown && sum.currencies.size === 1)
    return compared.some((sum) => agree(sum.amount, total, sum.parts)) ? null : (compared[0]?.amount ?? null)
  }
}
