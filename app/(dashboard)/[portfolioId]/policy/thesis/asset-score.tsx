import { useLocale, useTranslations } from 'next-intl'
import { useFigureText } from '@/app/(dashboard)/[portfolioId]/policy/figure-text'
import { Section } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { formatDate } from '@/components/values/format'
import type { AssetRow, AssetTable } from '@/lib/core/thesis/asset-table'

const HEADS = ['class', 'tightening', 'postQt', 'return', 'result', 'source'] as const

/** The article's six rows, each judged by what the class returned since the start. */
export function AssetScore({ table }: { table: AssetTable }) {
  const t = useTranslations('thesis.assets')
  const heads = useTranslations('policy.thesis.assets')
  return (
    <Section title={t('title')} description={t('answer', { right: table.right, judged: table.judged })}>
      <ListTable
        label={t('title')}
        className="max-lg:min-w-[52rem]"
        columns={HEADS.map((head) => ({ title: heads(head), numeric: head === 'return' }))}
      >
        {table.rows.map((row) => (
          <AssetLine key={row.assetClass} row={row} />
        ))}
      </ListTable>
    </Section>
  )
}

function AssetLine({ row: { assetClass, return: found, yields, right } }: { row: AssetRow }) {
  const t = useTranslations('thesis')
  const units = useTranslations('units.assetClass')
  const figure = useFigureText()
  const locale = useLocale()
  return (
    <Tr>
      <RowHead className="py-1.5 pl-4 align-top">{units(assetClass)}</RowHead>
      <Td className="py-1.5 align-top">{t(`assets.said.${assetClass}.tightening`)}</Td>
      <Td className="py-1.5 align-top">{t(`assets.said.${assetClass}.postQt`)}</Td>
      <Td numeric className="py-1.5 align-top">
        {found ? figure(found.value, 'percent', { signed: true, digits: 1 }) : '–'}
        {yields && (
          <span className="block text-sm text-muted">
            {t('assets.yields', {
              before: figure(yields.before.value, 'percent'),
              after: figure(yields.after.value, 'percent'),
            })}
          </span>
        )}
      </Td>
      <Td className="py-1.5 align-top">
        {right === null ? (
          <span className="text-muted">{t('assets.notJudged')}</span>
        ) : (
          <span className="inline-flex items-center gap-1 font-semibold">
            <Icon name={right ? 'check' : 'close'} />
            {t(right ? 'assets.right' : 'assets.wrong')}
          </span>
        )}
      </Td>
      <Td className="py-1.5 pr-4 align-top text-sm text-muted">
        {found && (
          <>
            {t('assets.period', { from: formatDate(locale, found.from), to: formatDate(locale, found.to) })}
            <span className="block">
              {found.source === 'recorded' ? (
                t('assets.recorded')
              ) : found.source === 'ownPrices' ? (
                t('source.ownPrices')
              ) : (
                <code>{found.source}</code>
              )}
            </span>
          </>
        )}
      </Td>
    </Tr>
  )
}
