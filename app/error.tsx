'use client'

import { ErrorMessage } from '@/app/error-message'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="content">
      <ErrorMessage error={error} retry={retry} />
    </main>
  )
}
