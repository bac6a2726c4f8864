// Values that no form sends, for every place that takes one.
import fc from 'fast-check'

const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '💣'.repeat(300),
    'x'.repeat(70_000),
    '%00',
    '%s%n',
    '{{7*7}}',
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE "User"; --',
    '<script>1</script>',
    '../../../../etc/passwd',
    'javascript:1',
    '=1+1',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'then',
    '$F1',
    '$@1',
    '$Q1',
    'NaN',
    '1e400',
    '-0',
    '0x1f',
    '9'.repeat(400),
  ],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-02-30', '+275760-09-13'],
]
const NUMBERS = [0, -1, 1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 0.1, Number.MIN_VALUE]
const BIGINTS = [0n, -1n, 10n ** 38n, 10n ** 400n]

const leaf = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(...BIGINTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom<unknown>(null, true, false, [], {}),
)

/** What shapes garbage has: nested, with strange keys, long or bare. */
export const garbage: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(
        fc.oneof(fc.constantFrom('id', 'portfolioId', 'userId', 'version', 'constructor'), fc.string()),
        tie('value'),
        {
          maxKeys: 5,
          noNullPrototype: true,
        },
      ),
    },
  ),
})).value as fc.Arbitrary<unknown>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every place inside a value, as the way to it. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (!isObject(value)) return [path]
  return [path, ...Object.keys(value).flatMap((key) => placesIn(value[key], [...path, key]))]
}

function withAt(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put
  if (!isObject(value)) return value
  const inner = withAt(value[key], rest, put)
  return Array.isArray(value) ? value.map((old, at) => (String(at) === key ? inner : old)) : { ...value, [key]: inner }
}

/** A good value with garbage in one of its places, or with a field too many. */
export const spoiled = (good: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.constantFrom(...placesIn(good)), garbage).map(([path, bad]) => withAt(good, path, bad)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('userId', 'admin', 'extra'), garbage)
        .map(([key, bad]) => (isObject(good) && !Array.isArray(good) ? { ...good, [key]: bad } : bad)),
    },
  )
