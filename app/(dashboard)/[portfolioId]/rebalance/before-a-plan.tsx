import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Without a target there is nothing to steer to: the one next action. */
export function NoTarget({ portfolioId }: { portfolioId: string }) {
  const t = useTranslations('rebalance.noTarget')
  return <Before words={t} href={`/${portfolioId}/targets`} />
}

/** Without an account there is nothing to start from. */
export function NoHoldings({ portfolioId }: { portfolioId: string }) {
  const t = useTranslations('rebalance.noHoldings')
  return <Before words={t} href={`/${portfolioId}/holdings`} />
}

function Before({ words, href }: { words: (key: 'title' | 'body' | 'action') => string; href: string }) {
  return (
    <EmptyState
      title={words('title')}
      body={words('body')}
      action={
        <ButtonLink variant="primary" href={href}>
          {words('action')}
        </ButtonLink>
      }
    />
  )
}
