import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const PROGRAM = fileURLToPath(new URL('../tidemark.mjs', import.meta.url))

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** For tests: the command line as a person runs it, with what it prints and its exit code. */
export function runCli(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args])
    const ended = { stdout: '', stderr: '' }
    child.stdout.on('data', (piece) => {
      ended.stdout += piece
    })
    child.stderr.on('data', (piece) => {
      ended.stderr += piece
    })
    child.on('close', (code) => resolve({ ...ended, code }))
    // A program that ends at its arguments does not read what it is sent.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
