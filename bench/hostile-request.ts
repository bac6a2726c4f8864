import type { Random } from '@/bench/random'
import { smallRequest } from '@/bench/small'

/** What someone could send: every one of these has broken a program of this kind. */
const VALUES: readonly unknown[] = [
  ...[
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e30',
    '1e-18',
    '1e400',
    '0x10',
    '1,000',
    '１２',
    '+5',
    '.5',
    '5.',
    '--1',
    '-0',
  ],
  ...['0', '-1', '0.000000000000000001', '0.0000000000000000001', '999999999999999', '9'.repeat(400), '1.005', '0.005'],
  ...['moneyFunds', 'growth', 'account 0', 'S0', '__proto__', 'constructor', '\u0000', '💥', 'a'.repeat(5000)],
  ...['2026-02-30', '2027-01-01', '0000-00-00', '2024-02-29', '2026-11-20T00:00:00Z', '+2026-11-20'],
  ...[
    0,
    -0,
    1,
    -1,
    0.1,
    1e30,
    1e-18,
    1e-7,
    10_000,
    10_001,
    2 ** 53,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    0.30000000000000004,
  ],
  ...[Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, false, [], {}, [[]], [null], { growth: 10_000 }],
  ...[
    { growth: 20_000, tech: -10_000 },
    { growth: 1 },
    { rule: '5/25' },
    { rule: 'relative', percent: 1e9 },
    { rule: 'none' },
  ],
]

interface Place {
  owner: Record<string, unknown>
  key: string
}

/** Some requests are sound, most have a few fields replaced, removed, doubled or moved to an extreme. */
export function hostileRequest(random: Random, deadlineMs: number): unknown {
  if (random.percent(1)) return random.pick(VALUES)
  const request: unknown = JSON.parse(JSON.stringify({ ...smallRequest(random), deadlineMs }))
  const changes = random.pick([0, 1, 1, 1, 2, 4])
  for (let i = 0; i < changes; i += 1) spoil(random, request)
  return request
}

function spoil(random: Random, request: unknown): void {
  const { owner, key } = random.pick(placesIn(request))
  const value = owner[key]
  const kind = random.whole(1, 10)
  if (kind === 1) delete owner[key]
  else if (kind === 2 && Array.isArray(value) && value.length > 0) value.push(structuredClone(random.pick(value)))
  else if (kind === 3 && Array.isArray(value)) value.length = 0
  else if (kind === 4)
    owner[random.pick(['__proto', 'extra', 'quantity', 'lots'])] = structuredClone(random.pick(VALUES))
  else if (kind <= 7 && typeof value === 'string' && /^-?\d/.test(value)) owner[key] = extreme(random, value)
  else owner[key] = structuredClone(random.pick(VALUES))
}

/** Of the same kind and, mostly, still sound: these reach the allocator. */
function extreme(random: Random, value: string): string {
  return random.pick([
    '0',
    '0.01',
    '0.000000000000000001',
    '1000000000',
    '123456789012345',
    `-${value}`.replace('--', ''),
    `${value}000`.replace(/^(\d+)\.(\d+)000$/, '$1$2'),
    `0.${value.replace(/\D/g, '').slice(0, 15)}`,
    `${value.replace(/\..*/, '')}.123456789012345678`,
  ])
}

/** Every field of every object in it, at any depth. */
function placesIn(json: unknown, places: Place[] = []): Place[] {
  if (typeof json !== 'object' || json === null) return places
  const owner = json as Record<string, unknown>
  for (const key of Object.keys(owner)) {
    places.push({ owner, key })
    placesIn(owner[key], places)
  }
  return places
}
