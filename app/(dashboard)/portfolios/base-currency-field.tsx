'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { isMoneyCurrency, MONEY_CURRENCIES, type MoneyCurrency } from '@/lib/core/currency'

const NAME = 'baseCurrency'

/** In which money everything in a portfolio is counted. */
export function BaseCurrencyField({ initial }: { initial: MoneyCurrency }) {
  const t = useTranslations()
  const options = MONEY_CURRENCIES.map((value) => ({ value, label: t(`units.currencyName.${value}`) }))
  return (
    <Field label={t('currencies.base.label')} hint={t('currencies.base.hint')}>
      <Select name={NAME} defaultValue={initial} options={options} />
    </Field>
  )
}

/** What was chosen in it. */
export function currencyIn(fields: FormData): MoneyCurrency {
  const text = String(fields.get(NAME))
  return isMoneyCurrency(text) ? text : 'USD'
}
