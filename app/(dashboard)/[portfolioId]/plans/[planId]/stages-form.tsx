'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { stagePlanAction } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/stage-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type Option, Select } from '@/components/ui/select'
import { toastDone, toastUndo } from '@/components/ui/toast'
import { FEWEST_STAGES, MOST_STAGES, type StageChoice } from '@/lib/core/stages'
import type { IsoDate } from '@/lib/core/units'

export interface StageWords {
  count: string
  first: string
  interval: string
  /** By number and unit, `2week`; the present one is among them. */
  intervals: Option[]
  set: string
  change: string
  remove: string
  done: string
  removed: string
  undo: string
  conflict: string
  /** By the key that the action answers for the first date. */
  faults: Record<string, string>
}

interface Props {
  id: string
  version: number
  /** The day of the plan: the first stage is not before it. */
  asOf: IsoDate
  stages: StageChoice | null
  words: StageWords
}

const COUNTS = Array.from({ length: MOST_STAGES - FEWEST_STAGES + 1 }, (_, i) => String(FEWEST_STAGES + i))
const intervalOf = ({ n, every }: StageChoice): string => `${n}${every}`

/** Number of stages, first date and interval; and the way back to all at once, with its undo. */
export function StagesForm({ id, version, asOf, stages, words }: Props) {
  const common = useTranslations('common.field')
  const { pending, run } = useAction()
  const [fault, setFault] = useState<string | null>(null)
  const [conflict, setConflict] = useState(false)
  const store = (choice: StageChoice | null, at: number, done: (stored: number) => void) =>
    run(() => stagePlanAction({ id, version: at, choice }), {
      done: (stored) => {
        setFault(null)
        setConflict(false)
        done(stored.version)
      },
      refused: ({ code, fields }) => {
        if (code === 'conflict') setConflict(true)
        if (fields?.first) setFault(words.faults[fields.first] ?? common('invalid'))
        return code === 'conflict' || fields?.first !== undefined
      },
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    store(choiceIn(new FormData(event.currentTarget)), version, () => toastDone(words.done))
  }
  const remove = () =>
    store(null, version, (now) =>
      toastUndo(words.removed, { label: words.undo, run: () => store(stages, now, () => toastDone(words.done)) }),
    )
  return (
    <form onSubmit={submit} className="grid gap-2 print:hidden">
      <div className="flex flex-wrap items-start gap-3">
        <Field label={words.count} className="w-20">
          <Select
            name="count"
            defaultValue={String(stages?.count ?? 3)}
            options={COUNTS.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label={words.first} error={fault} className="w-44">
          <Input type="date" name="first" required min={asOf} max="9999-12-31" defaultValue={stages?.first ?? asOf} />
        </Field>
        <Field label={words.interval} className="w-44">
          <Select name="interval" defaultValue={stages ? intervalOf(stages) : '1month'} options={words.intervals} />
        </Field>
        <div className="flex flex-wrap gap-2 self-start pt-6">
          <Button type="submit" disabled={pending}>
            {stages ? words.change : words.set}
          </Button>
          {stages && (
            <Button variant="quiet" disabled={pending} onClick={remove}>
              {words.remove}
            </Button>
          )}
        </div>
      </div>
      {conflict && (
        <Notice tone="warning" live>
          {words.conflict}
        </Notice>
      )}
    </form>
  )
}

function choiceIn(form: FormData): StageChoice {
  const interval = String(form.get('interval'))
  return {
    count: Number(form.get('count')),
    first: String(form.get('first')) as IsoDate,
    every: interval.endsWith('week') ? 'week' : 'month',
    n: Number.parseInt(interval, 10),
  }
}
