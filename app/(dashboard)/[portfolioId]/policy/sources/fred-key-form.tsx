'use client'

import { useTranslations } from 'next-intl'
import { saveKeyAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { KeyForm } from '@/app/(dashboard)/key-form'
import { Notice } from '@/components/ui/notice'
import type { KeyStanding } from '@/lib/flows/fred-key'

const WHERE_TO_GET_ONE = 'https://fred.stlouisfed.org/docs/api/api_key.html'

/** The user's key of FRED's interface. */
export function FredKeyForm({ standing }: { standing: KeyStanding }) {
  const t = useTranslations('sources.key')
  const [save, replace, remove, saved, removed] = [t('save'), t('replace'), t('remove'), t('saved'), t('removed')]
  return (
    <div className="border-t border-line pt-4">
      <KeyForm
        label={t('label')}
        hint={<Hint />}
        words={{ save, replace, remove, saved, removed }}
        kept={standing.own !== 'none'}
        onSave={(key) => saveKeyAction({ key })}
      >
        <KeyState standing={standing} />
      </KeyForm>
    </div>
  )
}

function Hint() {
  const t = useTranslations('sources.key')
  return t.rich('hint', {
    link: (words) => (
      <a href={WHERE_TO_GET_ONE} target="_blank" rel="noreferrer">
        {words}
      </a>
    ),
  })
}

function KeyState({ standing: { own, end, server } }: { standing: KeyStanding }) {
  const t = useTranslations('sources.key')
  if (own === 'refused' || own === 'unreadable') {
    return <Notice tone="warning">{t(own, { end: end ?? '' })}</Notice>
  }
  if (own === 'stored') return <p>{t('stored', { end: end ?? '' })}</p>
  return <p className="text-muted">{t(server ? 'server' : 'none')}</p>
}
