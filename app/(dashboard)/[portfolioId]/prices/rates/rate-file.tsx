'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { dropRateFileAction } from '@/app/(dashboard)/[portfolioId]/prices/rates/actions'
import { LONGEST_RATE_FILE } from '@/app/(dashboard)/[portfolioId]/prices/rates/limits'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import { CalendarDate } from '@/components/values/date'
import type { DroppedRates } from '@/lib/flows/drop-rate-file'

/** A file of rates: shown as it was read, stored only then. */
export function RateFile() {
  const t = useTranslations('currencies.file')
  const id = useId()
  const { pending, run } = useAction()
  const [text, setText] = useState<string | null>(null)
  const [read, setRead] = useState<DroppedRates | null>(null)
  const [tooLong, setTooLong] = useState(false)
  const forget = () => {
    setText(null)
    setRead(null)
    setTooLong(false)
  }
  const take = async (list: FileList | null) => {
    const file = list?.[0]
    if (!file) return
    forget()
    if (file.size > LONGEST_RATE_FILE) return setTooLong(true)
    const given = await file.text()
    run(() => dropRateFileAction({ text: given, store: false }), {
      done: (dropped) => {
        setText(given)
        setRead(dropped)
      },
    })
  }
  const store = () =>
    run(() => dropRateFileAction({ text: text ?? '', store: true }), {
      done: ({ count }) => {
        forget()
        toastDone(t('stored', { count }))
      },
    })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <label
        htmlFor={id}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void take(event.dataTransfer.files)
        }}
        className="grid justify-items-center gap-1 rounded-lg border border-line-strong border-dashed bg-surface p-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <span className="font-semibold">{t('drop')}</span>
        <span className="text-sm text-muted">{t('dropHint')}</span>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          disabled={pending}
          onChange={(event) => {
            const input = event.target
            void take(input.files).then(() => {
              input.value = ''
            })
          }}
        />
      </label>
      {tooLong && (
        <Notice tone="error" live>
          {t('tooLong')}
        </Notice>
      )}
      {read && (
        <>
          <Result read={read} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={forget}>{t('forget')}</Button>
            <Button variant="primary" disabled={pending || read.count === 0} onClick={store}>
              {t('store', { count: read.count })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Result({ read: { count, from, to, fault, problems, doubted } }: { read: DroppedRates }) {
  const t = useTranslations()
  const faultText = useFaultText()
  const faulty = problems.length + doubted.length > 0
  return (
    <Notice tone={count === 0 ? 'error' : faulty ? 'warning' : 'info'} live>
      {fault && <p>{t(`currencies.file.fault.${fault}`)}</p>}
      {from && to && (
        <p>
          {t('currencies.file.count', { count })} <CalendarDate value={from} /> – <CalendarDate value={to} />
        </p>
      )}
      {faulty && (
        <ul className="list-disc pl-5 text-sm">
          {problems.map(({ line, problem, text }) => (
            <li key={`${line} ${problem}`}>
              {t('currencies.file.line', { line })} {faultText(problem)}{' '}
              {text && <code className="break-all">{text}</code>}
            </li>
          ))}
          {doubted.map(({ text, doubt }) => (
            <li key={text}>
              <code>{text}</code> {t(`currencies.doubt.${doubt}`)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
