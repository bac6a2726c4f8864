'use client'

import { type ComponentProps, useId, useState } from 'react'
import { Input } from '@/components/ui/field'

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> {
  label: string
  /** What is stored, as it is shown, and as it is typed. */
  shown: string
  typed: string
  fault: string | null
  onStore: (text: string) => void
}

/** A field that stores its text when it is left or on Enter; Escape puts back what was there. */
export function StoredInput({ label, shown, typed, fault, onStore, className = '', ...rest }: Props) {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const store = () => {
    if (text !== null && text !== typed) onStore(text)
    setText(null)
  }
  return (
    <>
      <Input
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text ?? shown}
        onFocus={(event) => {
          const field = event.currentTarget
          setText(typed)
          // After the plain text has taken the place of the formatted one; selecting would bring a focus back that has gone on.
          requestAnimationFrame(() => field === document.activeElement && field.select())
        }}
        onChange={(event) => setText(event.target.value)}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setText(typed)
        }}
        className={`border-transparent bg-transparent hover:border-line-strong ${className}`}
        {...rest}
      />
      {fault && (
        <p id={id} className="px-2.5 text-sm text-danger">
          {fault}
        </p>
      )}
    </>
  )
}
