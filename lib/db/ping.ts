import { db } from '@/lib/db/client'

async function ask(): Promise<boolean> {
  await db().$queryRaw`SELECT 1`
  return true
}

/** Whether the database answers within `patience` milliseconds. */
export async function databaseAnswers(patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const answer = ask().catch(() => false)
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
