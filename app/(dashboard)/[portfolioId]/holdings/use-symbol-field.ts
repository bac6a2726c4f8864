'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type EditorProps, type Leave, leaveBy } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import { useSymbolSearch } from '@/app/(dashboard)/[portfolioId]/holdings/use-symbol-search'

/** What is typed into a symbol field, what is suggested for it, and which suggestion the arrow keys have reached. */
export function useSymbolField({ initial, seed, onDone, onCancel }: EditorProps) {
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
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!leave && !move && event.key !== 'Escape') return
    event.preventDefault()
    if (leave) end(leave)
    else if (move) setChosen((now) => Math.max(-1, Math.min(found.length - 1, now + move)))
    else cancel()
  }
  const type = (typed: string) => {
    setText(typed)
    setChosen(-1)
  }
  return { field, text, found, chosen, type, end, onKeyDown }
}
