import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderLocked, lockFolder } from './folder-lock.mjs'

const LOCK = new URL('folder-lock.mjs', import.meta.url).href
const children: ReturnType<typeof fork>[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that asks for the lock, says what it got, and stays. */
async function claim(): Promise<{ child: ReturnType<typeof fork>; got: string }> {
  const script = join(folder, 'claim.mjs')
  writeFileSync(
    script,
    `import { lockFolder } from '${LOCK}'
    await lockFolder('${folder}', 'x').then(() => process.send('lock'), () => process.send('no'))
    setInterval(() => {}, 1000)`,
  )
  const child = fork(script)
  children.push(child)
  const [got] = await once(child, 'message')
  return { child, got: String(got) }
}

const locks = () => readdirSync(folder).filter((name) => name.includes('lock'))

describe('lockFolder', () => {
  it('refuses while another process holds it, and names that process', async () => {
    const { child, got } = await claim()
    expect(got).toBe('lock')
    const refused = await lockFolder(folder, 'x').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FolderLocked)
    expect(String(refused)).toContain(`(process ${child.pid})`)
    expect(locks()).toEqual([`x.${child.pid}.lock`])
  })

  it('is free again after its holder was killed', async () => {
    const { child } = await claim()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const release = await lockFolder(folder, 'x')
    expect(locks()).toEqual([`x.${process.pid}.lock`])
    release()
    expect(locks()).toEqual([])
  })

  it('waits for a holder that is about to end', async () => {
    const { child } = await claim()
    setTimeout(() => child.kill('SIGKILL'), 300)
    const release = await lockFolder(folder, 'x', 20_000)
    release()
  })

  it.skipIf(process.platform === 'win32')('is not fooled by a later process of the same number', async () => {
    writeFileSync(join(folder, `x.${process.ppid}.lock`), 'born at another time')
    const release = await lockFolder(folder, 'x')
    release()
  })

  it('keeps locks of other names apart', async () => {
    await claim()
    const release = await lockFolder(folder, 'y')
    release()
  })

  it('never gives it to two that come at once', async () => {
    const answers = await Promise.all([claim(), claim(), claim()])
    expect(answers.filter(({ got }) => got === 'lock').length).toBeLessThanOrEqual(1)
  })
})
