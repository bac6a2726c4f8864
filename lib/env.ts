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

/** An address, or a name and an address in angle brackets; no line break can be in either. */
const SENDER = /^(?:([^<>"\p{Cc}]*?)\s*<([^\s<>@,;"]+@[^\s<>@,;"]+)>|([^\s<>@,;"]+@[^\s<>@,;"]+))$/u

function readSender(text: string): { name: string; address: string } | undefined {
  const [, name = '', bracketed, bare] = SENDER.exec(text.trim()) ?? []
  const address = bracketed ?? bare
  return address === undefined ? undefined : { name, address }
}

const mailSchema = z
  .object({
    /** Where mail is handed in; without it the installation sends none. */
    SMTP_URL: unlessEmpty(
      z
        .url({ protocol: /^smtps?$/, error: 'SMTP_URL is not an address such as smtps://user:password@host.' })
        .optional(),
    ),
    /** Who it is from: `name@example.org` or `Tidemark <name@example.org>`. */
    MAIL_FROM: unlessEmpty(
      z
        .string()
        .transform(readSender)
        .refine(
          (sender) => sender !== undefined,
          'MAIL_FROM is not an address such as Tidemark <tidemark@example.org>.',
        )
        .optional(),
    ),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, 'SMTP_URL is set, but MAIL_FROM is not.')

/** Who may come in, and how visitors are told apart. */
const gateSchema = z
  .object({
    REGISTRATION: unlessEmpty(
      z.enum(['open', 'invite', 'closed'], 'REGISTRATION is not one of open, invite and closed.').default('open'),
    ),
    /** How many proxies of one's own stand before the application, each adding to X-Forwarded-For. */
    TRUSTED_PROXY_HOPS: unlessEmpty(
      z.coerce.number('TRUSTED_PROXY_HOPS is not a number.').int().min(0).max(10).default(0),
    ),
    OIDC_ISSUER: unlessEmpty(z.url({ protocol: /^https?$/, error: 'OIDC_ISSUER is not an address.' }).optional()),
    OIDC_CLIENT_ID: unlessEmpty(z.string().optional()),
    OIDC_CLIENT_SECRET: unlessEmpty(z.string().optional()),
    /** What the button calls the provider. */
    OIDC_NAME: unlessEmpty(z.string().max(40, 'OIDC_NAME is too long.').default('OpenID')),
  })
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) => {
      const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter((value) => value !== undefined)
      return given.length === 0 || given.length === 3
    },
    { error: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all of them or none.' },
  )

const LONGEST_PORT = 65_535

const processSchema = z.object({
  /** Whether the web server does the jobs itself, or leaves them to `npm run worker`. */
  JOBS: unlessEmpty(z.enum(['inline', 'worker'], { error: 'JOBS is neither inline nor worker.' }).default('inline')),
  LOG_LEVEL: unlessEmpty(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'LOG_LEVEL is not a level.' })
      .optional(),
  ),
  /** Where figures for Prometheus are served; nowhere without it. */
  METRICS_PORT: unlessEmpty(
    z.coerce
      .number({ error: 'METRICS_PORT is not a port.' })
      .refine((port) => Number.isInteger(port) && port >= 1 && port <= LONGEST_PORT, 'METRICS_PORT is not a port.')
      .optional(),
  ),
  METRICS_HOST: unlessEmpty(z.string().default('127.0.0.1')),
})

export type Env = z.infer<typeof schema>
export type GateEnv = z.infer<typeof gateSchema>
export type FeedEnv = z.infer<typeof feedSchema>
export type ProcessEnv = z.infer<typeof processSchema>
export type MailEnv = z.infer<typeof mailSchema>

/** Reads the settings, or throws one sentence that names every fault and the way out. No value is in the text. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  return parseWith(schema, source)
}

/** The same for what concerns the data sources; all of it may be left unsaid. Parsed anew each time: nothing asks often. */
export const feedEnv = (source: Record<string, string | undefined> = process.env): FeedEnv =>
  parseWith(feedSchema, source)

/** The same for mail; all of it may be left unsaid. */
export const mailEnv = (source: Record<string, string | undefined> = process.env): MailEnv =>
  parseWith(mailSchema, source)

/** The same for the gate: registration, proxies, the OpenID provider. */
export const gateEnv = (source: Record<string, string | undefined> = process.env): GateEnv =>
  parseWith(gateSchema, source)

/** The same for how this process works and what it tells of itself. */
export const processEnv = (source: Record<string, string | undefined> = process.env): ProcessEnv =>
  parseWith(processSchema, source)

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
    gateEnv()
    mailEnv()
    processEnv()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
