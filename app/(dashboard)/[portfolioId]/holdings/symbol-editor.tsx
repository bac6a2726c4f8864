'use client'

import { useId } from 'react'
import { EDITOR, type EditorProps } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import { SymbolSuggestions } from '@/app/(dashboard)/[portfolioId]/holdings/symbol-suggestions'
import { useSymbolField } from '@/app/(dashboard)/[portfolioId]/holdings/use-symbol-field'

/** The field for a symbol, with suggestions below it. What is typed counts; a suggestion counts once it is chosen. */
export function SymbolEditor(props: EditorProps) {
  const id = useId()
  const { field, text, found, chosen, type, end, onKeyDown } = useSymbolField(props)
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end('stay')}
        className={`${EDITOR} font-semibold`}
      />
      <SymbolSuggestions
        id={id}
        anchor={field}
        found={found}
        chosen={chosen}
        onChoose={(symbol) => end('next', symbol)}
      />
    </>
  )
}
