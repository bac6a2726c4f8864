'use client'

import { useTranslations } from 'next-intl'
import { CheckList } from '@/app/(dashboard)/[portfolioId]/plans/import/check-list'
import { SavePlanFile } from '@/app/(dashboard)/[portfolioId]/plans/import/save-plan-file'
import { type OpenedFile, usePlanFile } from '@/app/(dashboard)/[portfolioId]/plans/import/use-plan-file'
import { Answer } from '@/app/(dashboard)/[portfolioId]/plans/report/answer'
import { Inputs } from '@/app/(dashboard)/[portfolioId]/plans/report/inputs'
import { PlanReport } from '@/app/(dashboard)/[portfolioId]/plans/report/plan-report'
import { Section } from '@/components/ui/card'
import { DropField } from '@/components/ui/drop-field'
import { Notice } from '@/components/ui/notice'
import { CalendarDate, Instant } from '@/components/values/date'

/** Takes an exported plan, shows what the checks say and the plan itself, and saves it when all of them pass. */
export function PlanFileDesk({ portfolioId }: { portfolioId: string }) {
  const t = useTranslations('planFiles.open')
  const { opened, fault, pending, take, save } = usePlanFile(portfolioId)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <DropField
        label={t('drop')}
        hint={t('dropHint')}
        accept=".json,application/json"
        disabled={pending}
        fault={fault && t(`fault.${fault}`)}
        onTake={take}
      />
      {pending && !opened && <p role="status">{t('checking')}</p>}
      {opened && <Opened opened={opened} pending={pending} save={save} />}
    </div>
  )
}

interface OpenedProps {
  opened: OpenedFile
  pending: boolean
  save: (name: string) => Promise<void>
}

function Opened({ opened: { file, checks }, pending, save }: OpenedProps) {
  const t = useTranslations('planFiles.open')
  const failed = checks.filter((check) => !check.ok).length
  const { document } = file
  return (
    <>
      <Notice tone={failed === 0 ? 'info' : 'error'} live>
        {failed === 0 ? t('sound', { count: checks.length }) : t('unsound', { count: failed })}
      </Notice>
      <CheckList checks={checks} />
      {failed === 0 && <SavePlanFile name={file.name} pending={pending} save={save} />}
      <Section
        title={t('report')}
        description={t.rich('madeOn', {
          name: file.name,
          when: () => <Instant value={new Date(file.savedAt)} />,
          date: () => <CalendarDate value={document.policy.asOf} />,
        })}
      >
        <Answer document={document} />
        <PlanReport document={document} />
        <Inputs document={document} />
      </Section>
    </>
  )
}
