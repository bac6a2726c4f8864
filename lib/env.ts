import { z } from 'zod'

/** The address of a data source: the real one unless a test puts a stand-in of its own there. */
const sourceAddress = (real: string) =>
  z.preprocess((given) => given || real, z.url({ protocol: /^https?$/, error: 'A *_BASE_URL is not an address.' }))

/** An empty variable counts as none. */
const unlessEmpty = <S extends z.ZodType>(inner: S) => z.preprocess((given) => given || undefined, inner)

/** As FRED hands them out. */
export const FRED_KEY = /^[0-9a-z]{32}$/
const USUAL_PATIENCE_MS = 20_000

const schema = z.object({
  DATABASE_URL: z.string({ error: 'DATABASE_URL is not set.' }).min(1, 'DATABASE_URL is empty.'),
  NEXTAUTH_SECRET: z
    .string({ error: 'NEXTAUTH_SECRET is not set: it signs the session cookies.' })
    .min(32, 'NEXTAUTH_SECRET is too short: 32 characters at least.'),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'NEXTAUTH_URL is not set to the address of this site.' }),
})

const feedSchema = z.object({
  /** The server's own key, for users who turned FRED on and have none. */
  FRED_API_KEY: unlessEmpty(
    z.string().regex(FRED_KEY, 'FRED_API_KEY is not a key: 32 digits and lower-case letters.').optional(),
  ),
  FRED_BASE_URL: sourceAddress('https://api.stlouisfed.org/'),
  FRED_CSV_BASE_URL: sourceAddress('https://fred.stlouisfed.org/'),
  NY_FED_BASE_URL: sourceAddress('https://markets.newyorkfed.org/'),
  TREASURY_BASE_URL: sourceAddress('https://api.fiscaldata.treasury.gov/'),
  COIN_GECKO_BASE_URL: sourceAddress('https://api.coingecko.com/'),
  YAHOO_BASE_URL: sourceAddress('https://query1.finance.yahoo.com/'),
  TIINGO_BASE_URL: sourceAddress('https://api.tiingo.com/'),
  ALPHA_VANTAGE_BASE_URL: sourceAddress('https://www.alphavantage.co/'),
  ECB_BASE_URL: sourceAddress('https://www.ecb.europa.eu/'),
  /** How long one request to a data source may take. */
  FEED_TIMEOUT_MS: unlessEmpty(z.coerce.number().int().positive().default(USUAL_PATIENCE_MS)),
})

export type Env = z.infer<typeof schema>
export type FeedEnv = z.infer<typeof feedSchema>

/** Reads the settings, or throws one sentence that names every fault and the way out. No value is in the text. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  return parseWith(schema, source)
}

/** The same for what concerns the data sources; all of it may be left unsaid. Parsed anew each time: nothing asks often. */
export const feedEnv = (source: Record<string, string | undefined> = process.env): FeedEnv =>
  parseWith(feedSchema, source)

function parseWith<S extends z.ZodType>(wanted: S, source: Record<string, string | undefined>): z.output<S> {
  const parsed = wanted.safeParse(source)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => issue.message).join(' ')
  throw new Error(`Tidemark cannot start. ${faults} \`npm start\` and \`npm run dev\` set all of them.`)
}

let parsed: Env | undefined

/** The settings, parsed at the first use, so that a build needs none. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** Ends a server that lacks its settings; after a throw it would go on listening and answer nothing. */
export function requireEnv(): void {
  try {
    env()
    feedEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
