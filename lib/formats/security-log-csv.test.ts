import { describe, expect, it } from 'vitest'
import { type LoggedEvent, securityLogCsv } from '@/lib/formats/security-log-csv'

const HEADS = { at: 'Time', kind: 'Kind', what: 'Event', detail: 'Detail', address: 'Address', browser: 'Browser' }
const event = (more: Partial<LoggedEvent>): LoggedEvent => ({
  at: '2026-11-20T08:00:00.000Z',
  kind: 'signInFailed',
  what: 'A login failed',
  detail: '',
  address: '192.0.2.1',
  browser: 'Firefox',
  ...more,
})

describe('securityLogCsv', () => {
  it('writes heads and one line for each event', () => {
    expect(securityLogCsv(HEADS, [event({})])).toBe(
      '\uFEFFTime,Kind,Event,Detail,Address,Browser\r\n2026-11-20T08:00:00.000Z,signInFailed,A login failed,,192.0.2.1,Firefox\r\n',
    )
  })

  it.each(['=HYPERLINK("http://evil.test")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('runs no formula: %j', (text) => {
    const [, line = ''] = securityLogCsv(HEADS, [event({ browser: text, detail: text })]).split('Browser\r\n')
    for (const cell of line.matchAll(/(?:^|,)"?([^,"]*)/g)) expect(cell[1] ?? '').not.toMatch(/^[=+\-@\t＝]/)
    expect(line).toContain(`'${text.startsWith('=H') ? '=HYPERLINK' : text}`)
  })

  it('keeps a line break inside its cell', () => {
    expect(securityLogCsv(HEADS, [event({ browser: 'a\r\nb' })])).toContain('"a\r\nb"')
  })
})
