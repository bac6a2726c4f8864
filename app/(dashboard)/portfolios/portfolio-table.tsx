import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PortfolioMenu } from '@/app/(dashboard)/portfolios/portfolio-menu'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import type { PortfolioSummary } from '@/lib/db/portfolios'

export function PortfolioTable({ portfolios, lastId }: { portfolios: PortfolioSummary[]; lastId: string | null }) {
  const t = useTranslations('portfolios')
  return (
    <ListTable
      label={t('title')}
      columns={[
        { title: t('name') },
        { title: t('currency'), className: 'max-sm:hidden' },
        { title: t('updated') },
        { title: t('created'), className: 'max-sm:hidden' },
        { title: t('actions'), spoken: true },
      ]}
    >
      {portfolios.map((portfolio) => (
        <PortfolioRow key={portfolio.id} portfolio={portfolio} last={portfolio.id === lastId} />
      ))}
    </ListTable>
  )
}

function PortfolioRow({
  portfolio: { id, name, baseCurrency, updatedAt, createdAt },
  last,
}: {
  portfolio: PortfolioSummary
  last: boolean
}) {
  const t = useTranslations('portfolios')
  return (
    <Tr>
      <RowHead className="pl-4">
        <Link
          href={`/${id}`}
          prefetch={false}
          className="break-words text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
        >
          {name}
        </Link>
        {last && <span className="ml-2 font-normal whitespace-nowrap text-muted">{t('lastOpened')}</span>}
      </RowHead>
      <Td className="max-sm:hidden">{baseCurrency}</Td>
      <Td>
        <span className="max-sm:hidden">
          <Instant value={updatedAt} />
        </span>
        <span className="sm:hidden">
          <Instant value={updatedAt} shows="date" />
        </span>
      </Td>
      <Td className="max-sm:hidden">
        <Instant value={createdAt} shows="date" />
      </Td>
      <Td numeric className="pr-2">
        <PortfolioMenu id={id} name={name} baseCurrency={baseCurrency} />
      </Td>
    </Tr>
  )
}
