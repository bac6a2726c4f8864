import { expect, it } from 'vitest'
import { strangeLines } from '@/scripts/probes/security/logs'

const entry = (more: object) => JSON.stringify({ level: 30, time: '2026-11-23T08:27:31.113Z', msg: 'request', ...more })
const id = '0192f0c1-2b3d-7e4f-8a5b-6c7d8e9f0a1b'

it('passes ids and codes, and what the start prints', () => {
  const good = [
    entry({ route: 'api/jobs/prices', method: 'POST', status: '200', ms: 12, requestId: id, userId: id }),
    entry({ msg: 'action', outcome: 'notFound', ms: 3 }),
    entry({
      msg: 'A page, an action or a route failed.',
      code: 'Error',
      route: '/[portfolioId]',
      kind: 'render',
      digest: '1',
    }),
    entry({
      msg: 'This installation sends no mail. Hand this link to the user who asked for it.',
      kind: 'reset',
      link: 'http://x/y?token=z',
    }),
    'Tidemark is ready at http://localhost:3000  (Ctrl-C stops it; the data is in /data)',
    '',
  ]
  expect(strangeLines(good.join('\n'))).toEqual([])
})

it.each([
  [entry({ email: 'a' }), 'the field email'],
  [entry({ userId: 'VTI' }), 'the field userId'],
  [entry({ code: 'price is 12 & more' }), 'the field code'],
  [entry({ link: 'http://x/y?token=z' }), 'the field link'],
  ['someone@example.org signed in', 'an address'],
  ['Bearer tdm_abcdefghijklmnopqrstuvwxyz', 'a token'],
  ['TypeError: cannot read VTI', 'what an error said'],
  ['Invalid `db().user.create()` invocation in', 'a query of the database'],
])('finds %s', (line, wrong) => expect(strangeLines(line)).toEqual([`${wrong}: ${line.slice(0, 160)}`]))
