import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages, Namespace } from '@/lib/i18n/en'

/** What the shared client components speak; every provider carries it, because a nested one replaces its parent's messages. */
const SHARED: Namespace[] = ['common', 'units']

/** Gives client components below it the words of these namespaces, and no others: the rest never leaves the server. */
export async function ClientMessages({ only, children }: { only: Namespace[]; children: ReactNode }) {
  const all = await getMessages()
  const wanted = [...new Set([...SHARED, ...only])]
  const messages = Object.fromEntries(wanted.map((name) => [name, all[name]])) as Partial<Messages>
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
