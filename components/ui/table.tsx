import type { ComponentProps, ReactNode } from 'react'

interface Props extends ComponentProps<'table'> {
  /** What the table holds, for screen readers. */
  label: string
  children: ReactNode
}

/**
 * Rows of 32 px with a head that stays in view. On a narrow screen the table scrolls sideways inside its frame, never the page;
 * there the head scrolls with its rows, because a frame that scrolls in one direction holds what is sticky in both.
 */
export function Table({ label, className = '', children, ...rest }: Props) {
  return (
    // A frame that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={label} tabIndex={0} className="relative max-lg:overflow-x-auto">
      <table className={`w-full border-separate border-spacing-0 ${className}`} {...rest}>
        {children}
      </table>
    </section>
  )
}

type Cell = { numeric?: boolean }

const side = (numeric: boolean | undefined) => (numeric ? 'text-right' : 'text-left')

export function Th({ numeric, className = '', scope = 'col', ...rest }: Cell & ComponentProps<'th'>) {
  return (
    <th
      scope={scope}
      className={`sticky top-0 z-10 h-8 border-b border-line bg-sunken px-2 py-1 align-bottom text-sm leading-5 font-semibold text-muted ${side(numeric)} ${className}`}
      {...rest}
    />
  )
}

/** The cell that names its row. */
export function RowHead({ className = '', ...rest }: ComponentProps<'th'>) {
  return <th scope="row" className={`h-8 border-b border-line px-2 text-left font-semibold ${className}`} {...rest} />
}

export function Td({ numeric, className = '', ...rest }: Cell & ComponentProps<'td'>) {
  return <td className={`h-8 border-b border-line px-2 ${side(numeric)} ${className}`} {...rest} />
}

/** A row that reacts to the pointer. */
export function Tr({ className = '', ...rest }: ComponentProps<'tr'>) {
  return <tr className={`hover:bg-sunken ${className}`} {...rest} />
}

/** The sums; they stay in view at the bottom. Give it one row. */
export function TFoot({ className = '', ...rest }: ComponentProps<'tfoot'>) {
  return (
    <tfoot
      className={`sticky bottom-0 z-10 bg-sunken font-semibold [&_td]:border-t [&_th]:border-t ${className}`}
      {...rest}
    />
  )
}
