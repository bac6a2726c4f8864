import { execFileSync } from 'node:child_process'

/** All processes as the system lists them: number, parent and state. */
function processes(): { pid: number; parent: number; dead: boolean }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), dead: state?.startsWith('Z') ?? false }
  })
}

/** A process with its children and theirs. */
export function familyOf(pid: number): number[] {
  const all = processes()
  const below = (parent: number): number[] =>
    all.filter((p) => p.parent === parent).flatMap((p) => [p.pid, ...below(p.pid)])
  return [pid, ...below(pid)]
}

/** Those of them that have not ended. */
export const livingOf = (family: readonly number[]): number[] =>
  processes().flatMap(({ pid, dead }) => (family.includes(pid) && !dead ? [pid] : []))

/** Ends a process with no chance to say goodbye. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went by itself, because another one of its family had gone.
  }
}
