'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { GridGroup, type GroupProps } from '@/app/(dashboard)/[portfolioId]/holdings/grid-group'
import { GridHead } from '@/app/(dashboard)/[portfolioId]/holdings/grid-head'
import type { Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { SumRow } from '@/app/(dashboard)/[portfolioId]/holdings/sum-row'
import type { useGridEvents } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'

interface Props extends GroupProps {
  groups: Group[]
  events: ReturnType<typeof useGridEvents>
  element: RefObject<HTMLTableElement | null>
}

/** The grid: groups of holdings that save themselves, with their cash, a blank line to go on, and the sum in view. */
export function Grid({ groups, events, element, ...props }: Props) {
  const t = useTranslations('holdings')
  const columns = useColumns()
  return (
    <section className="@container relative max-h-[max(24rem,calc(100dvh-9rem))] overflow-auto overscroll-x-contain rounded-lg border border-line bg-surface">
      <table
        ref={element}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's grid pattern stands on a table, which keeps its headers
        role="grid"
        aria-label={t('grid.label')}
        aria-colcount={columns.length}
        className="w-full border-separate border-spacing-0"
        {...events}
      >
        <GridHead />
        {groups.map((group) => (
          <GridGroup key={group.key} group={group} {...props} />
        ))}
        <SumRow groups={groups} figures={props.figures} />
      </table>
    </section>
  )
}
