'use client'

import { type ReactNode, useState } from 'react'
import { type PricesRead, readPricesAction } from '@/app/(dashboard)/[portfolioId]/policy/prices/actions'
import { PriceField } from '@/app/(dashboard)/[portfolioId]/policy/prices/price-field'
import { LONGEST_FILE } from '@/app/(dashboard)/[portfolioId]/policy/prices/schemas'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ActionResult } from '@/lib/core/action-result'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import type { MonthlyValue } from '@/lib/core/month'

export interface PriceWords {
  title: string
  hint: string
  /** By class, the label of its field. */
  fields: Record<AssetClass, string>
  compute: string
  computed: string
  tooLarge: string
}

export type OwnLevels = Partial<Record<AssetClass, MonthlyValue[]>>

interface Props<Input> {
  words: PriceWords
  /** What the page asks for beside the prices. */
  input: Input
  action: (input: Input & { own: OwnLevels }) => Promise<ActionResult<ReactNode>>
  /** The answer without prices; it gives way to the one with them. */
  children: ReactNode
}

/** An answer that the user's own prices may change. They are read on the server and kept by this page alone. */
export function OwnPrices<Input extends object>({ words, input, action, children }: Props<Input>) {
  const [read, setRead] = useState<Partial<Record<AssetClass, PricesRead>>>({})
  const [answer, setAnswer] = useState<ReactNode>(null)
  const { pending, run } = useAction()
  const own = levelsOf(read)
  const put = (assetClass: AssetClass, reading: PricesRead) => setRead((known) => ({ ...known, [assetClass]: reading }))
  async function take(assetClass: AssetClass, file: File | undefined) {
    if (!file) return put(assetClass, { months: [], lines: [] })
    if (file.size > LONGEST_FILE) return put(assetClass, { months: [], lines: [words.tooLarge] })
    const text = await file.text()
    run(() => readPricesAction({ text }), { done: (reading) => put(assetClass, reading) })
  }
  return (
    <>
      {answer ?? children}
      <section className="grid gap-3 rounded-lg border border-line bg-surface p-4 print:hidden">
        <div>
          <h2 className="text-lg">{words.title}</h2>
          <p className="max-w-3xl text-muted">{words.hint}</p>
        </div>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {ASSET_CLASSES.map((assetClass) => (
            <PriceField
              key={assetClass}
              label={words.fields[assetClass]}
              lines={read[assetClass]?.lines ?? []}
              onTake={(file) => void take(assetClass, file)}
            />
          ))}
        </div>
        <Button
          className="justify-self-start"
          disabled={pending || Object.keys(own).length === 0}
          onClick={() => run(() => action({ ...input, own }), { done: setAnswer })}
        >
          {words.compute}
        </Button>
        {answer && <Notice live>{words.computed}</Notice>}
      </section>
    </>
  )
}

function levelsOf(read: Partial<Record<AssetClass, PricesRead>>): OwnLevels {
  const own: OwnLevels = {}
  for (const assetClass of ASSET_CLASSES) {
    const months = read[assetClass]?.months ?? []
    if (months.length > 0) own[assetClass] = months
  }
  return own
}
