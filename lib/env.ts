import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string({ error: 'DATABASE_URL is not set.' }).min(1, 'DATABASE_URL is empty.'),
  NEXTAUTH_SECRET: z
    .string({ error: 'NEXTAUTH_SECRET is not set: it signs the session cookies.' })
    .min(32, 'NEXTAUTH_SECRET is too short: 32 characters at least.'),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'NEXTAUTH_URL is not set to the address of this site.' }),
})

export type Env = z.infer<typeof schema>

/** Reads the settings, or throws one sentence that names every fault and the way out. No value is in the text. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source)
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
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
