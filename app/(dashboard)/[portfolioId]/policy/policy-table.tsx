import { useLocale, useTranslations } from 'next-intl'
import { useFigureText } from '@/app/(dashboard)/[portfolioId]/policy/figure-text'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { formatBillions } from '@/components/values/figure'
import { formatDate } from '@/components/values/format'
import { type Measured, type PolicyRow, policyTable } from '@/lib/core/thesis/policy-table'

const HEADS = ['component', 'before', 'articleNow', 'measured'] as const

/** The article's five rows beside what is measured now, each with its date and series. */
export function PolicyTable({ reading: { series, measured, asOf } }: { reading: PolicyReading }) {
  const t = useTranslations('thesis.policy')
  return (
    <Section title={t('title')}>
      <ListTable
        label={t('title')}
        className="max-lg:min-w-[48rem]"
        columns={HEADS.map((head) => ({ title: t(head) }))}
      >
        {policyTable(series, measured, asOf).map((row) => (
          <PolicyLine key={row.id} row={row} />
        ))}
      </ListTable>
    </Section>
  )
}

function PolicyLine({ row: { id, article, measured } }: { row: PolicyRow }) {
  const t = useTranslations('thesis.policy')
  const locale = useLocale()
  const level = (billions: number | undefined) => (billions === undefined ? '' : formatBillions(locale, billions))
  return (
    <Tr>
      <RowHead className="py-1.5 pl-4 align-top">{t(`row.${id}.name`)}</RowHead>
      <Td className="py-1.5 align-top">{t(`row.${id}.before`, { level: level(article?.before) })}</Td>
      <Td className="py-1.5 align-top">{t(`row.${id}.now`, { level: level(article?.now) })}</Td>
      <Td className="py-1.5 pr-4 align-top">
        {measured ? <Reading measured={measured} /> : <span className="text-muted">{t('notKnown')}</span>}
      </Td>
    </Tr>
  )
}

function Reading({ measured }: { measured: Measured }) {
  const t = useTranslations('thesis.policy')
  const figure = useFigureText()
  const locale = useLocale()
  const { reading, value, unit, before, since, date, series, late } = measured
  const signed = unit === 'percentAYear' || unit === 'percentOfBalanceSheet'
  return (
    <>
      <span className="block">
        {t(`reading.${reading}`, {
          value: figure(value, unit, { signed }),
          before: before === undefined ? '' : figure(before, unit),
          since: since ? formatDate(locale, since) : '',
        })}
      </span>
      <span className="block text-sm text-muted">
        <code>{series}</code>, <CalendarDate value={date} />
        {late && <span className="text-warning"> · {t('late')}</span>}
      </span>
    </>
  )
}
