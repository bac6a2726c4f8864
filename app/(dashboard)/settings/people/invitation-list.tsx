import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { WithdrawInvitation } from '@/app/(dashboard)/settings/people/withdraw-invitation'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { formatInstant } from '@/components/values/format'
import type { Invitation } from '@/lib/db/invitations'

/** The invitations that this administrator made, newest first. */
export async function InvitationList({ invitations, now }: { invitations: Invitation[]; now: Date }) {
  const t = await getTranslations('people.invitations')
  if (invitations.length === 0) return <p className="text-muted">{t('none')}</p>
  const columns = [
    { title: t('note') },
    { title: t('created'), className: 'max-sm:hidden' },
    { title: t('state') },
    { title: t('action'), spoken: true },
  ]
  return (
    <ListTable label={t('title')} columns={columns}>
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} now={now} />
      ))}
    </ListTable>
  )
}

async function InvitationRow({ invitation, now }: { invitation: Invitation; now: Date }) {
  const t = await getTranslations('people.invitations')
  const { id, createdAt, expiresAt, usedAt } = invitation
  const note = invitation.note || t('unnamed')
  const state = usedAt ? 'used' : expiresAt > now ? 'open' : 'over'
  const when = formatInstant(await getLocale(), usedAt ?? expiresAt, await getTimeZone(), 'both')
  return (
    <Tr>
      <RowHead className="pl-4 break-words">{note}</RowHead>
      <Td className="max-sm:hidden">
        <Instant value={createdAt} shows="date" />
      </Td>
      <Td>{t(state, { when })}</Td>
      <Td numeric className="pr-4">
        {!usedAt && <WithdrawInvitation id={id} name={t('withdrawNamed', { note })} />}
      </Td>
    </Tr>
  )
}
