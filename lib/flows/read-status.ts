import 'server-only'
import {
  type AppliedMigration,
  type FeedStanding,
  findDatabaseVersion,
  findUpkeep,
  listFeedStandings,
  listMigrations,
} from '@/lib/db/installation'
import { type JobStanding, listJobStandings } from '@/lib/db/job-states'
import { gateEnv, processEnv } from '@/lib/env'
import { sendsMail } from '@/lib/flows/mail-server'

/** How the installation stands, for who looks after it. Nothing in it is any user's. */
export interface Status {
  node: string
  database: string
  migrations: AppliedMigration[]
  /** Null when the queue cannot be asked. */
  jobs: JobStanding[] | null
  jobsIn: 'inline' | 'worker'
  feeds: FeedStanding[]
  lastBackupAt: Date | null
  registration: 'open' | 'invite' | 'closed'
  mail: boolean
  /** When this web server started. */
  upSince: Date
  /** Of this web server, in bytes. */
  memory: number
}

export async function readStatus(at: Date): Promise<Status> {
  const [database, migrations, jobs, feeds, lastBackupAt] = await Promise.all([
    findDatabaseVersion(),
    listMigrations(),
    listJobStandings().catch(() => null),
    listFeedStandings(),
    findUpkeep('backup'),
  ])
  return {
    ...{ database, migrations, jobs, feeds, lastBackupAt },
    node: process.versions.node,
    jobsIn: processEnv().JOBS,
    registration: gateEnv().REGISTRATION,
    mail: sendsMail(),
    upSince: new Date(at.getTime() - process.uptime() * 1000),
    memory: process.memoryUsage.rss(),
  }
}
