import { useTranslations } from 'next-intl'
import { Instant } from '@/components/values/date'
import type { ArchivePreview } from '@/lib/flows/import-archive'

/** What an archive would add, line by line, and what of it is left out. */
export function ArchivePreviewList({ preview: { madeAt, decision } }: { preview: ArchivePreview }) {
  const t = useTranslations('archive.preview')
  const { portfolios, models, classes, mappings, seriesFiles, counts } = decision
  const lines: [boolean, string][] = [
    [classes.added.length > 0, t('classes', { count: classes.added.length })],
    [classes.kept.length > 0, t('classesKept', { count: classes.kept.length })],
    [mappings.added.length > 0, t('mappings', { count: mappings.added.length })],
    [seriesFiles.added.length > 0, t('seriesFiles', { count: seriesFiles.added.length })],
    [seriesFiles.kept.length > 0, t('seriesFilesKept', { count: seriesFiles.kept.length })],
    [counts.quotes + counts.rates > 0, t('prices', { quotes: counts.quotes, rates: counts.rates })],
    [decision.seriesSetting || decision.priceSetting, t('switches')],
  ]
  const { accounts, holdings, lots, plans } = counts
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="text-muted">
        {t.rich('madeAt', { when: () => <Instant value={new Date(madeAt)} /> })}{' '}
        {t('rows', { accounts, holdings, lots, plans })}
      </p>
      <ul className="list-disc pl-5 [overflow-wrap:anywhere]">
        {portfolios.map(({ id, name, act }) => (
          <li key={id}>
            <span className="font-semibold">{t('portfolio', { name })}</span> {t(`act.${act}`)}
          </li>
        ))}
        {models.map(({ id, name, act }) => (
          <li key={id}>
            <span className="font-semibold">{t('model', { name })}</span> {t(`act.${act}`)}
          </li>
        ))}
        {lines.map(([shown, line]) => shown && <li key={line}>{line}</li>)}
      </ul>
    </div>
  )
}
