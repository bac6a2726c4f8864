import { getTranslations } from 'next-intl/server'
import { AddPasskey } from '@/app/(dashboard)/settings/security/add-passkey'
import { RemovePasskey } from '@/app/(dashboard)/settings/security/remove-passkey'
import { RenamePasskey } from '@/app/(dashboard)/settings/security/rename-passkey'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { listPasskeys, type PasskeySummary } from '@/lib/db/passkeys'
import { env } from '@/lib/env'
import { relyingParty } from '@/lib/flows/relying-party'

/** The devices that open the account by themselves. */
export async function PasskeyList({ userId }: { userId: string }) {
  const t = await getTranslations('factors.passkeys')
  const passkeys = await listPasskeys(userId)
  const possible = relyingParty() !== null
  const { origin } = new URL(env().NEXTAUTH_URL)
  const columns = [
    { title: t('name') },
    { title: t('kept'), className: 'max-sm:hidden' },
    { title: t('created'), className: 'max-sm:hidden' },
    { title: t('lastUsed') },
    { title: t('action'), spoken: true },
  ]
  return (
    <Section title={t('title')} description={t('description')} actions={possible && <AddPasskey />}>
      {passkeys.length > 0 ? (
        <ListTable label={t('title')} columns={columns}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ListTable>
      ) : (
        <p className="text-muted">{possible ? t('none') : t('impossible', { origin })}</p>
      )}
    </Section>
  )
}

async function PasskeyRow({ passkey: { id, name, createdAt, lastUsedAt, backedUp } }: { passkey: PasskeySummary }) {
  const t = await getTranslations('factors.passkeys')
  return (
    <Tr>
      <RowHead className="pl-4 break-words">{name}</RowHead>
      <Td className="max-sm:hidden">{t(backedUp ? 'synced' : 'single')}</Td>
      <Td className="max-sm:hidden">
        <Instant value={createdAt} shows="date" />
      </Td>
      <Td>{lastUsedAt ? <Instant value={lastUsedAt} /> : t('never')}</Td>
      <Td numeric className="pr-4">
        <RenamePasskey id={id} name={name} />
        <RemovePasskey id={id} name={name} />
      </Td>
    </Tr>
  )
}
