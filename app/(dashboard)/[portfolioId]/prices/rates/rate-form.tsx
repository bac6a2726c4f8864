'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { enterRateAction } from '@/app/(dashboard)/[portfolioId]/prices/rates/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toastDone } from '@/components/ui/toast'
import { isMoneyCurrency, MONEY_CURRENCIES, type MoneyCurrency } from '@/lib/core/currency'
import type { IsoDate } from '@/lib/core/units'

interface Props {
  base: MoneyCurrency
  /** The currency that most needs a rate; null when none does. */
  wanted: MoneyCurrency | null
  asOf: IsoDate
}

/** A rate typed by hand. What looks like a slip is asked about, and stored only when it is confirmed. */
export function RateForm({ base, wanted, asOf }: Props) {
  const t = useTranslations()
  const faultText = useFaultText()
  const { pending, run } = useAction()
  const [pair, setPair] = useState({ currency: wanted ?? (base === 'EUR' ? 'USD' : 'EUR'), quote: base })
  const [rate, setRate] = useState('')
  const [date, setDate] = useState<string>(asOf)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const fault = (field: string) => faults[field] && faultText(faults[field])
  const isDoubted = faults.rate?.startsWith('currencies.doubt.') ?? false
  const send = (confirmed: boolean) =>
    run(() => enterRateAction({ ...pair, rate, date, confirmed }), {
      done: () => {
        setFaults({})
        setRate('')
        toastDone(t('currencies.form.done', pair))
      },
      refused: ({ fields }) => {
        setFaults(fields ?? {})
        return fields !== undefined
      },
    })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }
  const choose = (end: keyof typeof pair) => (text: string) => {
    setFaults({})
    if (isMoneyCurrency(text)) setPair((now) => ({ ...now, [end]: text }))
  }
  const options = MONEY_CURRENCIES.map((value) => ({ value, label: value }))
  return (
    <form onSubmit={onSubmit} className="grid gap-3" aria-label={t('currencies.form.title')}>
      <div>
        <h2 className="text-lg">{t('currencies.form.title')}</h2>
        <p className="text-muted">{t('currencies.form.description')}</p>
      </div>
      <div className="grid grid-cols-[6rem_minmax(0,1fr)_6rem] items-start gap-2">
        <Field label={t('currencies.form.one')}>
          <Select
            value={pair.currency}
            options={options}
            onChange={(event) => choose('currency')(event.target.value)}
          />
        </Field>
        <Field label={t('currencies.form.rate')} error={fault('rate')}>
          <Input
            value={rate}
            inputMode="decimal"
            autoComplete="off"
            className="text-right"
            onChange={(event) => {
              setRate(event.target.value)
              setFaults({})
            }}
          />
        </Field>
        <Field label={t('currencies.form.quote')} error={fault('quote')}>
          <Select value={pair.quote} options={options} onChange={(event) => choose('quote')(event.target.value)} />
        </Field>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('currencies.form.date')} error={fault('date')} className="w-40">
          <Input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" disabled={pending || rate.trim() === ''}>
          {t('currencies.form.save')}
        </Button>
        {isDoubted && (
          <Button disabled={pending} onClick={() => send(true)}>
            {t('currencies.form.confirm')}
          </Button>
        )}
      </div>
    </form>
  )
}
