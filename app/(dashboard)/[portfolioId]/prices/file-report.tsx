'use client'

import { useTranslations } from 'next-intl'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Price } from '@/components/values/price'
import type { PriceFileReport, PriceOutcome } from '@/lib/flows/drop-price-file'

/** So many prices and lines are written out. */
const MOST = 100
const PLAIN: readonly PriceOutcome[] = ['taken', 'history', 'notHeld']

/** What becomes of each price of a file, those that need a look first, and each line that could not be read. */
export function FileReport({ report: { prices, problems } }: { report: PriceFileReport }) {
  const t = useTranslations('prices.file')
  const count = (outcome: PriceOutcome) => prices.filter((price) => price.outcome === outcome).length
  const refused = prices.filter(({ outcome }) => !PLAIN.includes(outcome))
  const ranked = [...refused, ...PLAIN.flatMap((outcome) => prices.filter((price) => price.outcome === outcome))]
  const hidden = Math.max(0, prices.length - MOST) + Math.max(0, problems.length - MOST)
  return (
    <>
      <p role="status">
        {t('counts', {
          taken: count('taken'),
          history: count('history'),
          refused: refused.length,
          notHeld: count('notHeld'),
          problems: problems.length,
        })}
      </p>
      {prices.length > 0 && <Prices prices={ranked.slice(0, MOST)} />}
      {problems.length > 0 && (
        <ul className="list-disc pl-5 text-sm text-warning">
          {problems.slice(0, MOST).map(({ line, problem, text }) => (
            <li key={line}>
              {t('line')} {line}: {t(`problem.${problem}`)} {text && <code className="break-all">{text}</code>}
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="text-sm text-muted">{t('more', { count: hidden })}</p>}
    </>
  )
}

function Prices({ prices }: { prices: PriceFileReport['prices'] }) {
  const t = useTranslations('prices')
  return (
    <div className="max-h-96 overflow-y-auto rounded-lg border border-line bg-surface">
      <Table label={t('file.preview')}>
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('file.line')}</Th>
            <Th>{t('table.symbol')}</Th>
            <Th>{t('table.date')}</Th>
            <Th numeric>{t('table.price')}</Th>
            <Th className="rounded-tr-lg pr-4">{t('file.outcome')}</Th>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {prices.map(({ line, symbol, date, price, currency, outcome }) => (
            <Tr key={line}>
              <Td className="pl-4 text-muted">{line}</Td>
              <Td>{symbol}</Td>
              <Td>
                <CalendarDate value={date} />
              </Td>
              <Td numeric>
                <Price value={price} currency={null} /> {currency}
              </Td>
              <Td className={`min-w-40 pr-4 ${PLAIN.includes(outcome) ? 'text-muted' : 'text-warning'}`}>
                {t(`file.outcomes.${outcome}`)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
