import 'server-only'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countJobStates } from '@/lib/db/job-states'

/** In seconds. */
const ANSWER_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Of the parts of the process that are counted here, as they keep themselves. */
interface Watched {
  tidemarkPool?: { totalCount: number; idleCount: number; waitingCount: number; statements: number }
  tidemarkHashQueue?: { running: number; waiting: unknown[] }
  tidemarkMetrics?: Metrics
}

type Metrics = ReturnType<typeof makeMetrics>

// On globalThis, because pages, actions, routes and the start of the server are bundled apart and must count together.
const kept = globalThis as Watched

function makeMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  makeGauges(registers)
  return {
    registry,
    requests: new Histogram({
      name: 'tidemark_http_request_seconds',
      help: 'Time to the end of an answer.',
      labelNames: ['route', 'method', 'status'],
      buckets: ANSWER_BUCKETS,
      registers,
    }),
    actions: new Counter({
      name: 'tidemark_actions_total',
      help: 'Acts of signed-in users, by what came of them.',
      labelNames: ['outcome'],
      registers,
    }),
    plans: new Histogram({
      name: 'tidemark_plan_seconds',
      help: 'Time to compute one plan.',
      buckets: ANSWER_BUCKETS,
      registers,
    }),
    jobs: new Counter({
      name: 'tidemark_jobs_worked_total',
      help: 'Jobs that this process worked on.',
      labelNames: ['name', 'outcome'],
      registers,
    }),
  }
}

/** What is looked up when the figures are asked for. */
function makeGauges(registers: Registry[]): void {
  new Gauge({
    name: 'tidemark_database_connections',
    help: 'Connections of the pool, and those who wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount = 0, idleCount = 0, waitingCount = 0 } = kept.tidemarkPool ?? {}
      this.set({ state: 'used' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  new Counter({
    name: 'tidemark_database_statements_total',
    help: 'Statements sent by the pool.',
    registers,
    collect() {
      this.reset()
      this.inc(kept.tidemarkPool?.statements ?? 0)
    },
  })
  new Gauge({
    name: 'tidemark_password_hashes',
    help: 'Passwords being checked, and those in line.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'running' }, kept.tidemarkHashQueue?.running ?? 0)
      this.set({ state: 'waiting' }, kept.tidemarkHashQueue?.waiting.length ?? 0)
    },
  })
  new Gauge({
    name: 'tidemark_jobs',
    help: 'Jobs of the queue, which all processes share.',
    labelNames: ['name', 'state'],
    registers,
    async collect() {
      this.reset()
      // Without the database the other figures are worth the more.
      for (const { name, state, count } of await countJobStates().catch(() => [])) this.set({ name, state }, count)
    },
  })
}

export function metrics(): Metrics {
  kept.tidemarkMetrics ??= makeMetrics()
  return kept.tidemarkMetrics
}

export function countRequest(labels: { route: string; method: string; status: string }, seconds: number): void {
  metrics().requests.observe(labels, seconds)
}

/** `outcome` is ok, thrown, or the code of the refusal. */
export const countAction = (outcome: string): void => metrics().actions.inc({ outcome })

export const countPlan = (seconds: number): void => metrics().plans.observe(seconds)

export const countJob = (name: string, outcome: 'done' | 'failed' | 'handedBack'): void =>
  metrics().jobs.inc({ name, outcome })
