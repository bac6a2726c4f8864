import 'server-only'
import { types } from 'node:util'
import { log } from '@/lib/log'

/** Where an error arose: the innermost place of its stack, without what the error says. */
const placeOf = ({ stack = '' }: Error): string | undefined => /^\s+at (.+)$/m.exec(stack)?.[1]

/**
 * The framework prints the errors that it catches, with all they say; and what an error says may quote what it was about. In production they
 * go to the log by their name and place instead. What else is printed stays.
 */
export function quietConsole(): void {
  if (process.env.NODE_ENV !== 'production') return
  for (const level of ['error', 'warn'] as const) {
    const print = console[level].bind(console)
    console[level] = (...said: unknown[]) => {
      const thrown = said.find((part) => types.isNativeError(part))
      if (!thrown) return print(...said)
      const { name, digest } = thrown as Error & { digest?: string }
      log[level]({ code: name, digest, at: placeOf(thrown) }, 'An error was caught.')
    }
  }
}
