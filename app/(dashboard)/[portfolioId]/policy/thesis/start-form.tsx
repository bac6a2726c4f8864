import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { policyPath } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { EARLIEST_START, type Start } from '@/app/(dashboard)/[portfolioId]/policy/thesis/start'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { DEFAULT_START } from '@/lib/core/thesis/claims'
import type { IsoDate } from '@/lib/core/units'

interface Props {
  portfolioId: string
  start: Start
  asOf: IsoDate
}

/** The day from which the windows are counted; it stands in the address, so that a link keeps it. */
export function StartForm({ portfolioId, start, asOf }: Props) {
  const t = useTranslations('policy.thesis')
  const timer = useTranslations('thesis.timer')
  const path = policyPath(portfolioId, 'thesis')
  return (
    <form method="get" action={path} className="flex flex-wrap items-start gap-x-4 gap-y-3 print:hidden">
      <Field
        label={timer('start')}
        hint={timer('startHint')}
        error={start.refused ? t('wrongStart') : undefined}
        className="max-w-3xl"
      >
        <Input
          type="date"
          name="t0"
          required
          min={EARLIEST_START}
          max={asOf}
          defaultValue={start.date}
          key={start.date}
          className="max-w-44"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3 sm:mt-[1.375rem]">
        <Button type="submit">{t('apply')}</Button>
        {start.date !== DEFAULT_START && <Link href={path}>{t('reset')}</Link>}
      </div>
    </form>
  )
}
