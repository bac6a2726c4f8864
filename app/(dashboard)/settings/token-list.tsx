import { getTranslations } from 'next-intl/server'
import { CreateToken } from '@/app/(dashboard)/settings/create-token'
import { RevokeToken } from '@/app/(dashboard)/settings/revoke-token'
import { Section } from '@/components/ui/card'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import type { ApiToken } from '@/lib/db/api-tokens'

/** The keys of the user's programs, newest first. */
export async function TokenList({ tokens }: { tokens: ApiToken[] }) {
  const t = await getTranslations('settings.tokens')
  return (
    <Section title={t('title')} description={t('description')} actions={<CreateToken />}>
      {tokens.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Table label={t('title')}>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('start')}</Th>
              <Th className="max-sm:hidden">{t('created')}</Th>
              <Th>{t('lastUsed')}</Th>
              <Th className="max-sm:hidden">{t('expires')}</Th>
              <Th>
                <span className="sr-only">{t('action')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

async function TokenRow({ token: { id, name, prefix, createdAt, lastUsedAt, expiresAt } }: { token: ApiToken }) {
  const t = await getTranslations('settings.tokens')
  return (
    <Tr>
      <RowHead className="break-words">{name}</RowHead>
      <Td>
        <code>{prefix}…</code>
      </Td>
      <Td className="max-sm:hidden">
        <Instant value={createdAt} shows="date" />
      </Td>
      <Td>{lastUsedAt ? <Instant value={lastUsedAt} /> : t('never')}</Td>
      <Td className="max-sm:hidden">{expiresAt ? <Instant value={expiresAt} shows="date" /> : t('unlimited')}</Td>
      <Td numeric>
        <RevokeToken id={id} name={name} />
      </Td>
    </Tr>
  )
}
