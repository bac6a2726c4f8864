'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { Pager } from '@/app/(dashboard)/[portfolioId]/transfer/import/pager'
import { SplitDialog } from '@/app/(dashboard)/[portfolioId]/transfer/import/split-dialog'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import { RowHead, Table, Td, Th } from '@/components/ui/table'
import { ASSET_CLASSES, entirely, type Weights } from '@/lib/core/asset-class'
import type { UnknownSymbol } from '@/lib/core/positions-import'
import { WHOLE } from '@/lib/core/units'

/** A table that nobody has classified asks of each of its rows. */
const PAGE = 50

interface Props {
  wizard: WizardState
  unknown: readonly UnknownSymbol[]
}

/** Asks once, in one list, what the symbols are that nobody has classified. */
export function UnknownSymbols({ wizard: { choices, choose }, unknown }: Props) {
  const t = useTranslations('import.unknown')
  const [page, setPage] = useState(0)
  const [splitting, setSplitting] = useState<UnknownSymbol | null>(null)
  if (unknown.length === 0) return null
  const splitOf = ({ symbol, split }: UnknownSymbol) =>
    choices.classes.find((one) => one.symbol === symbol)?.split ?? split
  const set = (symbol: string, split: Weights | null) => {
    const others = choices.classes.filter((one) => one.symbol !== symbol)
    choose({ classes: split ? [...others, { symbol, split }] : others })
  }
  return (
    <Section title={t('title', { count: unknown.length })} description={t('description')}>
      <div className="rounded-lg border border-line bg-surface">
        <Table label={t('title', { count: unknown.length })}>
          <thead>
            <tr>
              <Th className="rounded-tl-lg pl-4">{t('symbol')}</Th>
              <Th numeric className="max-sm:hidden">
                {t('rows')}
              </Th>
              <Th className="rounded-tr-lg pr-4">{t('class')}</Th>
            </tr>
          </thead>
          <tbody className="[&>tr:last-child>*]:border-b-0">
            {unknown.slice(page * PAGE, (page + 1) * PAGE).map((one) => (
              <SymbolLine
                key={one.symbol}
                one={one}
                split={splitOf(one)}
                onClass={(split) => set(one.symbol, split)}
                onSplit={() => setSplitting({ ...one, split: splitOf(one) })}
              />
            ))}
          </tbody>
        </Table>
      </div>
      <Pager label={t('pages')} page={page} size={PAGE} total={unknown.length} onPage={setPage} />
      <SplitDialog one={splitting} onClose={() => setSplitting(null)} onSplit={set} />
    </Section>
  )
}

interface LineProps {
  one: UnknownSymbol
  split: Weights | null
  onClass: (split: Weights | null) => void
  onSplit: () => void
}

function SymbolLine({ one: { symbol, name, rows }, split, onClass, onSplit }: LineProps) {
  const t = useTranslations('import.unknown')
  const units = useTranslations('units.assetClass')
  const single = split && ASSET_CLASSES.find((assetClass) => split[assetClass] === WHOLE)
  const value = single ?? (split ? 'own' : '')
  const options = [
    { value: '', label: t('later') },
    ...ASSET_CLASSES.map((assetClass) => ({ value: assetClass, label: units(assetClass) })),
    ...(value === 'own' ? [{ value: 'own', label: t('ownSplit') }] : []),
    { value: 'split', label: t('split') },
  ]
  const choose = (text: string) => {
    if (text === 'split') return onSplit()
    const assetClass = ASSET_CLASSES.find((known) => known === text)
    onClass(assetClass ? entirely(assetClass) : null)
  }
  return (
    <tr>
      <RowHead className="py-1 pl-4">
        {symbol}
        <span className="block max-w-80 truncate max-sm:max-w-28 text-sm font-normal text-muted">{name}</span>
      </RowHead>
      <Td numeric className="max-sm:hidden">
        {rows}
      </Td>
      <Td className="py-1 pr-4">
        <Select
          aria-label={t('classOf', { symbol })}
          options={options}
          value={value}
          onChange={(event) => choose(event.target.value)}
          className="w-48 max-sm:w-40"
        />
        {value === 'own' && split && (
          <span className="mt-1 flex flex-wrap items-center gap-2 text-sm">
            <WeightLine weights={split} />
            <Button variant="quiet" icon="pencil" onClick={onSplit}>
              {t('editSplit', { symbol })}
            </Button>
          </span>
        )}
      </Td>
    </tr>
  )
}
