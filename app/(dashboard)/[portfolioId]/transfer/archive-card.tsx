import { getTranslations } from 'next-intl/server'
import { ArchiveDrop } from '@/app/(dashboard)/[portfolioId]/transfer/archive-drop'
import { ArchiveLink } from '@/app/(dashboard)/[portfolioId]/transfer/archive-link'
import { Card } from '@/components/ui/card'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** Everything that the user has as one file, and the way back. */
export async function ArchiveCard({ headed = false }: { headed?: boolean }) {
  const t = await getTranslations('archive')
  return (
    <ClientMessages only={['archive']}>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {headed && <h3 className="font-semibold">{t('title')}</h3>}
        <p className="text-muted">{t('description')}</p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <ArchiveLink label={t('download')} />
          <p className="min-w-0 flex-1 basis-64 text-sm text-muted">{t('downloadHint')}</p>
        </div>
        <ArchiveDrop />
      </Card>
    </ClientMessages>
  )
}
