'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { newId } from '@/app/(dashboard)/new-id'
import { createPortfolioAction } from '@/app/(dashboard)/portfolios/actions'
import { BaseCurrencyField, currencyIn } from '@/app/(dashboard)/portfolios/base-currency-field'
import { NameForm } from '@/app/(dashboard)/portfolios/name-form'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface Props {
  /** True when the address asks for a new portfolio. */
  asked: boolean
  label: string
}

/** Makes a portfolio and leads to where its holdings are entered. The id is chosen once per dialog: two clicks make one. */
export function CreatePortfolio({ asked, label }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const [id, setId] = useState<string | null>(null)
  const [open, setOpen] = useState(asked)
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('name')
  const close = () => {
    setOpen(false)
    setId(null)
    clear()
    if (asked) router.replace('/portfolios')
  }
  const create = (name: string, fields: FormData) => {
    const baseCurrency = currencyIn(fields)
    const chosen = id ?? newId()
    setId(chosen)
    run(() => createPortfolioAction({ id: chosen, name, baseCurrency }), {
      done: (made) => router.push(`/${made.id}/holdings`),
      refused: catchError,
    })
  }
  return (
    <>
      <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={t('portfolios.createTitle')} closeLabel={t('common.action.close')}>
        <NameForm
          initial={t('portfolios.suggestedName')}
          submit={t('common.action.create')}
          pending={pending}
          error={error}
          onSubmit={create}
          onCancel={close}
        >
          <BaseCurrencyField initial="USD" />
        </NameForm>
      </Dialog>
    </>
  )
}
