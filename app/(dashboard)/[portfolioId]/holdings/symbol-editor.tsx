'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { EDITOR, type EditorProps, type Leave, leaveBy } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import { useSymbolSearch } from '@/app/(dashboard)/[portfolioId]/holdings/use-symbol-search'
import { followButton } from '@/components/ui/popover-position'
import type { SymbolSuggestion } from '@/lib/flows/suggest-symbols'

/** The field for a symbol, with suggestions below it. What is typed counts; a suggestion counts once it is chosen. */
export function SymbolEditor({ label, initial, seed, onDone, onCancel }: EditorProps) {
  const id = useId()
  const [text, setText] = useState(seed ?? initial)
  const [chosen, setChosen] = useState(-1)
  const found = useSymbolSearch(text === initial ? '' : text)
  const field = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (seed === null) field.current?.select()
  }, [seed])
  const end = (leave: Leave, symbol = found[chosen]?.symbol ?? text) => {
    if (over.current) return
    over.current = true
    onDone(symbol, leave)
  }
  const cancel = () => {
    over.current = true
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const leave = leaveBy(event)
    const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!leave && !moves && event.key !== 'Escape') return
    event.preventDefault()
    if (leave) end(leave)
    else if (moves) setChosen((now) => Math.max(-1, Math.min(found.length - 1, now + moves)))
    else cancel()
  }
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => end('stay')}
        onPaste={(event) => event.stopPropagation()}
        className={`${EDITOR} font-semibold`}
      />
      <Suggestions id={id} anchor={field} found={found} chosen={chosen} onChoose={(symbol) => end('next', symbol)} />
    </>
  )
}

interface ListProps {
  id: string
  anchor: React.RefObject<HTMLInputElement | null>
  found: SymbolSuggestion[]
  chosen: number
  onChoose: (symbol: string) => void
}

/** In the top layer, because the grid scrolls and would cut it off. */
function Suggestions({ id, anchor, found, chosen, onChoose }: ListProps) {
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
