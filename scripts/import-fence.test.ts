import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)) })

/** The rules that a text breaks when it stands in that file. */
async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

const IMPORT = 'no-restricted-imports'

describe('the import fence', () => {
  it.each([
    ['lib/core/x.ts', `import { db } from '@/lib/db/client'`],
    ['lib/core/x.ts', `import { readFileSync } from 'node:fs'`],
    ['lib/core/x.ts', `import { readFileSync } from 'fs'`],
    ['lib/core/x.ts', `import { useState } from 'react'`],
    ['lib/core/deeper/x.ts', `import { Prisma } from '@prisma/client'`],
    ['lib/core/deeper/x.ts', `import { cents } from '../units'`],
    ['lib/core/x.ts', `export { env } from '@/lib/env'`],
    ['lib/formats/x.ts', `import { db } from '@/lib/db/client'`],
    ['lib/feeds/x.ts', `import { saveLots } from '@/lib/db/lots'`],
    ['lib/feeds/x.ts', `import { refreshSeries } from '@/lib/flows/refresh-series'`],
    ['lib/feeds/x.ts', `import { findUser } from '@/lib/auth/session'`],
    ['lib/formats/x.ts', `import { fetchText } from '@/lib/feeds/fetch-text'`],
    ['lib/db/x.ts', `import { fetchFredCsv } from '@/lib/feeds/fred-csv'`],
    ['lib/core/x.ts', `import { fetchFredCsv } from '@/lib/feeds/fred-csv'`],
    ['components/ui/x.tsx', `import { fetchFredCsv } from '@/lib/feeds/fred-csv'`],
    ['lib/db/x.ts', `import { register } from '@/lib/flows/register'`],
    ['lib/db/x.ts', `import 'server-only'`],
    ['lib/flows/x.ts', `import { requireUser } from '@/lib/auth/session'`],
    ['lib/flows/x.ts', `import { cookies } from 'next/headers'`],
    ['lib/flows/x.ts', `import type { User } from '@/prisma/generated/client'`],
    ['lib/jobs/x.ts', `import { findUser } from '@/lib/auth/session'`],
    ['lib/auth/x.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
    ['components/ui/x.tsx', `import { listLots } from '@/lib/db/lots'`],
    ['components/ui/x.tsx', `import { revise } from '@/lib/flows/revise'`],
    ['components/ui/x.tsx', `import { userAction } from '@/lib/auth/user-action'`],
    ['components/ui/x.tsx', `import { addAction } from '@/app/(dashboard)/holdings/actions'`],
    ['lib/i18n/x.ts', `import { findUser } from '@/lib/auth/session'`],
    ['app/x.tsx', `import { PrismaClient } from '@/prisma/generated/client'`],
    ['proxy.ts', `import { Pool } from 'pg'`],
  ])('keeps %s from %s', async (file, text) => {
    expect(await broken(file, text)).toContain(IMPORT)
  })

  it('sees a lazy import too', async () => {
    expect(await broken('components/ui/x.tsx', `export const later = () => import('@/lib/db/lots')`)).toContain(
      'no-restricted-syntax',
    )
    expect(await broken('components/ui/x.tsx', `export const later = () => import('@/components/charts/bar')`)).toEqual(
      [],
    )
  })

  it.each([
    ['lib/core/x.ts', `import { cents } from '@/lib/core/units'`],
    ['lib/core/directory.ts', `import { CRYPTO } from '@/lib/core/directory/crypto'`],
    ['lib/core/x.test.ts', `import fc from 'fast-check'`],
    ['lib/db/x.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
    ['lib/flows/x.ts', `import { findPortfolio } from '@/lib/db/portfolios'`],
    ['lib/flows/x.ts', `import { planToCsv } from '@/lib/formats/plan-csv'`],
    ['lib/flows/x.ts', `import { fetchFredCsv } from '@/lib/feeds/fred-csv'`],
    ['lib/feeds/x.ts', `import { readFredCsv } from '@/lib/formats/fred-csv'`],
    ['lib/feeds/x.ts', `import { env } from '@/lib/env'`],
    ['lib/feeds/x.ts', `import type { Observation } from '@/lib/core/series'`],
    ['components/values/x.tsx', `import { formatMoney } from './format'`],
    ['app/x.tsx', `import { listLots } from '@/lib/db/lots'`],
  ])('lets %s have %s', async (file, text) => {
    expect(await broken(file, text)).toEqual([])
  })
})

describe('lib/core', () => {
  it.each([
    'export async function f() {}',
    'export const f = async () => 1',
    'export const f = () => Promise.resolve(1)',
    'export const today = () => new Date()',
    'export const today = () => Date()',
    'export const now = () => Date.now()',
    'export const chance = () => Math.random()',
    `export const page = () => fetch('https://example.com')`,
    'export const zone = process.env.TZ',
    `export const say = () => console.log('x')`,
    'export const later = (f: () => void) => setTimeout(f, 1)',
    'export const id = () => crypto.randomUUID()',
    'export const sneak = () => globalThis.fetch',
    `export const lazy = () => import('./units')`,
  ])('refuses: %s', async (text) => {
    expect((await broken('lib/core/x.ts', text)).filter((rule) => rule.startsWith('no-restricted'))).not.toEqual([])
  })

  it('may compute with a date that it was given, and its tests may use the clock', async () => {
    expect(
      await broken('lib/core/x.ts', 'export const year = (day: string) => new Date(day).getUTCFullYear()'),
    ).toEqual([])
    expect(await broken('lib/core/x.test.ts', 'export const now = () => Date.now()')).toEqual([])
  })
})
