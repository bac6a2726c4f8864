import type { PlanWords } from '@/lib/formats/plan-xlsx'

/** For tests: every word is its own name. */
export const plainWords: PlanWords = {
  sheet: (name) => name,
  column: (name) => name,
  side: (side) => side,
  term: (term) => term,
  bucket: (bucket) => bucket,
  source: (source) => source,
  tax: (tax) => tax,
  trading: (trading) => trading,
  input: (name, values) => [name, ...Object.values(values ?? {})].join(' '),
  mode: (mode) => mode,
  destination: (destination) => destination,
  origin: ({ kind }) => kind,
  yesNo: String,
  notice: 'notice',
  digits: 'digits',
  reasonOf: ({ reason }) => reason.code,
}
