'use client'

import { mayExportAction } from '@/app/(dashboard)/confirm/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Icon } from '@/components/ui/icon'

const PATH = '/api/archive'

/** Starts the download once it is known who asks for it. */
export function ArchiveLink({ label }: { label: string }) {
  const { run } = useAction()
  return (
    <a
      href={PATH}
      download
      onClick={(event) => {
        event.preventDefault()
        run(() => mayExportAction({}), { done: () => window.location.assign(PATH) })
      }}
      className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-3 font-semibold text-ink hover:bg-sunken"
    >
      <Icon name="download" />
      {label}
    </a>
  )
}
