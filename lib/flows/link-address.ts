import 'server-only'
import { env } from '@/lib/env'

/** The address of a one-time link. It is built from the configured origin, never from what a request calls this host. */
export const linkAddress = (page: '/join' | '/reset' | '/verify', secret: string): string =>
  new URL(`${page}?token=${secret}`, env().NEXTAUTH_URL).href
