'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { followButton } from '@/components/ui/popover-position'
import type { SymbolSuggestion } from '@/lib/flows/suggest-symbols'

interface Props {
  id: string
  anchor: RefObject<HTMLInputElement | null>
  found: SymbolSuggestion[]
  chosen: number
  onChoose: (symbol: string) => void
}

/** The suggestions below a symbol field; in the top layer, because the grid scrolls and would cut them off. */
export function SymbolSuggestions({ id, anchor, found, chosen, onChoose }: Props) {
  const t = useTranslations()
  const list = useRef<HTMLDivElement>(null)
  const some = found.length > 0
  useEffect(() => {
    const popover = list.current
    if (!popover || !anchor.current) return
    if (!some) return popover.hidePopover()
    popover.showPopover()
    return followButton(popover, anchor.current, 'start')
  }, [some, anchor])
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={t('holdings.symbol.suggestions')}
      className="fixed w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised p-1 text-left shadow-raised"
    >
      {found.map((entry, i) => (
        <div
          key={entry.symbol}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === chosen}
          // Before the field loses the focus, which would store what is typed.
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(entry.symbol)
          }}
          className={`flex items-baseline gap-2 rounded-md px-2 py-1 ${i === chosen ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
        >
          <span className="font-semibold">{entry.symbol}</span>
          <span className="min-w-0 flex-1 truncate">{entry.name}</span>
          <span className="text-sm text-muted">
            {entry.kind ? t(`units.kind.${entry.kind}`) : t('holdings.symbol.yours')}
          </span>
        </div>
      ))}
    </div>
  )
}
