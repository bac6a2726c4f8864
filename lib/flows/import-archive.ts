import 'server-only'
import { createHash } from 'node:crypto'
import { type ActionResult, type RefusalCode, success } from '@/lib/core/action-result'
import type { ArchiveContents, PlanPart } from '@/lib/core/archive/contents'
import {
  type ArchiveDecision,
  type ArchiveUndo,
  bringsNothing,
  decideArchive,
  undoOfArchive,
} from '@/lib/core/archive/decide'
import { idsOf, newIds, withNewIds } from '@/lib/core/archive/new-ids'
import { copyName } from '@/lib/core/portfolio-name'
import { findArchiveState, undoArchive, writeArchive } from '@/lib/db/archive-write'
import { db } from '@/lib/db/client'
import { changeAllPortfolios, nothingChanged } from '@/lib/db/portfolio-change'
import { sha256 } from '@/lib/flows/export-archive'
import { inputHash } from '@/lib/flows/input-hash'
import { type Archive, type ArchiveFault, unpackArchive } from '@/lib/formats/archive'
import { decodeDocument } from '@/lib/formats/plan-json'

export interface ArchiveImport {
  userId: string
  bytes: Uint8Array
  /** How a name that is taken becomes another one. */
  decorate: (name: string) => string
}

export type ArchiveAnswer<T> = { ok: true; value: T } | { ok: false; fault: ArchiveFault | RefusalCode }

export interface ArchivePreview {
  madeAt: string
  decision: ArchiveDecision
}

/** What an import of the file would do; nothing is stored. */
export async function previewArchive({
  userId,
  bytes,
  decorate,
}: ArchiveImport): Promise<ArchiveAnswer<ArchivePreview>> {
  const opened = open(userId, bytes)
  if (!opened.ok) return opened
  const { contents, madeAt } = opened.value
  const state = await findArchiveState(userId, contents, db())
  return { ok: true, value: { madeAt, decision: decide(contents, state, decorate) } }
}

/** Fifty megabytes of rows take a while. */
const LONGEST_MS = 60_000

export interface ArchiveDone {
  decision: ArchiveDecision
  undo: ArchiveUndo
}

/** Adds what the file holds beside what the user has, all of it or nothing. The same file again adds nothing. */
export async function importArchive(
  { userId, bytes, decorate }: ArchiveImport,
  at: Date,
): Promise<ArchiveAnswer<ArchiveDone>> {
  const opened = open(userId, bytes)
  if (!opened.ok) return opened
  const { contents } = opened.value
  const done = await changeAllPortfolios<ArchiveDone>(
    userId,
    async (tx) => {
      const decision = decide(contents, await findArchiveState(userId, contents, tx), decorate)
      const value = { decision, undo: undoOfArchive(decision, at.toISOString()) }
      if (bringsNothing(decision)) return nothingChanged(value)
      await writeArchive(userId, contents, decision, at, tx)
      return success(value)
    },
    LONGEST_MS,
  )
  return done.ok ? done : { ok: false, fault: done.code }
}

/** Takes an import back. */
export async function undoArchiveImport(userId: string, undo: ArchiveUndo, at: Date): Promise<ActionResult> {
  return changeAllPortfolios<undefined>(userId, async (tx) => {
    await undoArchive(userId, undo, at, tx)
    return success()
  })
}

const decide = (
  contents: ArchiveContents,
  state: Parameters<typeof decideArchive>[1],
  decorate: (name: string) => string,
) => decideArchive(contents, state, (name) => copyName(name, decorate))

/** The archive with ids of its own for this user: the same each time, so that an import that came twice is known again. */
function open(userId: string, bytes: Uint8Array): ArchiveAnswer<Archive> {
  const unpacked = unpackArchive(bytes, sha256)
  if (!unpacked.ok) return unpacked
  const { id, madeAt, contents } = unpacked.archive
  const ids = newIds(idsOf(contents), (old) => derivedId(`${userId} ${id} ${old}`))
  const moved = withNewIds(contents, ids)
  const plans = moved.plans.map((plan, i) => rehashed(plan, contents.plans[i]))
  return { ok: true, value: { id, madeAt, contents: { ...moved, plans } } }
}

/** A UUID of version 8 (RFC 9562) out of a text. */
function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** Ids are part of a plan's fingerprint: one that was right is made right again, one that was not stays wrong. */
function rehashed(plan: PlanPart, before: PlanPart | undefined): PlanPart {
  const hashOf = (json: unknown): string => {
    const { snapshot, policy } = decodeDocument(json)
    return inputHash(snapshot, policy)
  }
  const stated = (plan.document as { inputHash?: unknown }).inputHash
  if (!before || stated !== hashOf(before.document)) return plan
  const hash = hashOf(plan.document)
  return { ...plan, inputHash: hash, document: { ...(plan.document as object), inputHash: hash } }
}
