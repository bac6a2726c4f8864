import { useTranslations } from 'next-intl'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import type { JobStanding } from '@/lib/db/job-states'
import { nextRoundAt } from '@/lib/jobs/next-round'

/** The kinds of work beside the requests: when each was last done, when it is due, what waits and what was given up. */
export function JobTable({ jobs, at }: { jobs: readonly JobStanding[]; at: Date }) {
  const t = useTranslations('status.jobs')
  return (
    <ListTable
      label={t('title')}
      columns={[
        { title: t('name') },
        { title: t('lastDone') },
        { title: t('next') },
        { title: t('waiting'), numeric: true },
        { title: t('active'), numeric: true },
        { title: t('failed'), numeric: true },
      ]}
    >
      {jobs.map((job) => (
        <JobRow key={job.name} job={job} next={job.nextAt ?? nextRoundAt(job.name, at)} />
      ))}
    </ListTable>
  )
}

function JobRow({ job, next }: { job: JobStanding; next: Date | null }) {
  const t = useTranslations('status.jobs')
  const { name, lastDoneAt, waiting, retrying, active, failed, lastFailedAt, lastFailure } = job
  return (
    <Tr>
      <RowHead className="min-w-28 pl-4">{t(`kind.${name}`)}</RowHead>
      <Td>{lastDoneAt ? <Instant value={lastDoneAt} /> : <span className="text-muted">{t('never')}</span>}</Td>
      <Td>{next ? <Instant value={next} /> : <span className="text-muted">{t('whenAsked')}</span>}</Td>
      <Td numeric>
        {waiting}
        {retrying > 0 && <span className="block text-sm text-warning">{t('retrying', { count: retrying })}</span>}
      </Td>
      <Td numeric>{active}</Td>
      <Td numeric className="pr-4">
        {failed}
        {lastFailedAt && (
          <span className="block text-sm text-danger">
            <code>{lastFailure}</code> <Instant value={lastFailedAt} />
          </span>
        )}
      </Td>
    </Tr>
  )
}
