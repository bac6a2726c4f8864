'use client'

import { useTranslations } from 'next-intl'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { EndOthersChoice, wantsOthersEnded } from '@/app/(dashboard)/settings/security/end-others-choice'
import { finishTotpAction } from '@/app/(dashboard)/settings/security/totp-actions'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Field, Input } from '@/components/ui/field'
import type { QrPath } from '@/lib/formats/qr-path'

/** A secret that waits for its first code. */
export interface Waiting {
  /** Base32. */
  secret: string
  picture: QrPath
}

interface Props {
  waiting: Waiting
  onDone: (codes: string[]) => void
  onCancel: () => void
}

export function TotpForm({ waiting: { secret, picture }, onDone, onCancel }: Props) {
  const t = useTranslations('factors.totp')
  const { pending, run } = useAction()
  const { error, catchError } = useFieldError('code')
  const finish = (form: FormData) => {
    const given = { code: String(form.get('code')), endOthers: wantsOthersEnded(form) }
    run(() => finishTotpAction(given), { done: onDone, refused: catchError })
  }
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        finish(new FormData(event.currentTarget))
      }}
    >
      <p>{t('scan')}</p>
      <QrPicture {...picture} label={t('picture')} />
      <div>
        <p className="text-sm font-semibold">{t('key')}</p>
        <p className="font-mono text-sm break-all select-all">{secret.replace(/.{4}(?=.)/g, '$& ')}</p>
      </div>
      <Field label={t('code')} hint={t('codeHint')} error={error}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={16}
          required
        />
      </Field>
      <EndOthersChoice />
      <SubmitActions label={t(pending ? 'confirming' : 'confirm')} disabled={pending} onCancel={onCancel} />
    </form>
  )
}

/** Dark on light in both themes: cameras want it so. */
function QrPicture({ size, path, label }: QrPath & { label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto w-full max-w-52 rounded-md"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
