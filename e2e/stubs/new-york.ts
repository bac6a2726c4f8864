// The Markets interface of the New York Fed: amounts in dollars as text, two repo operations a day with a reverse repo beside them.
import type { Reply } from '@/e2e/stubs/feeds'
import { readingsOf } from '@/e2e/stubs/numbers'

const json = (value: unknown): Reply => ({ status: 200, type: 'application/json', body: JSON.stringify(value) })
const dollars = (millions: number): string => (millions * 1e6).toFixed(2)

/** Of each day: 15.25 billion in the morning, 10.75 at noon. */
export const REPOS = [15_250, 10_750] as const

function operation(date: string, number: number, type: string, millions: number) {
  return {
    operationId: `${type} ${date} ${number}`,
    auctionStatus: 'Results',
    operationDate: date,
    operationType: type,
    term: 'Overnight',
    note: '',
    totalAmtSubmitted: dollars(millions),
    totalAmtAccepted: dollars(millions),
    details: [{ securityType: 'Treasury', amtAccepted: dollars(millions) }],
  }
}

export function newYork(url: URL): Reply {
  if (url.pathname === '/api/soma/summary.json') {
    const totals = readingsOf('SOMA_TOTAL')
    const bills = new Map(readingsOf('SOMA_BILLS').map(({ date, value }) => [date, value]))
    const early = { asOfDate: '2003-07-09', mbs: '', tips: '12948000000.00', bills: '', total: '652078000000.00' }
    const weeks = totals.map(({ date, value }) => ({
      asOfDate: date,
      mbs: '',
      notesbonds: dollars(value / 2),
      bills: dollars(bills.get(date) ?? 0),
      total: dollars(value),
    }))
    return json({ soma: { summary: [early, ...weeks] } })
  }
  if (url.pathname === '/api/rp/all/all/results/search.json') {
    const days = readingsOf('SOFR', url.searchParams.get('startDate') ?? undefined)
    const operations = days.flatMap(({ date }) => [
      ...REPOS.map((millions, index) => operation(date, index + 1, 'Repo', millions)),
      operation(date, 3, 'Reverse Repo', 98_000),
    ])
    return json({ repo: { operations } })
  }
  const last = /^\/api\/rates\/secured\/sofr\/last\/(\d+)\.json$/.exec(url.pathname)?.[1]
  if (!last) return { status: 404, type: 'text/html', body: '<html>Not found</html>' }
  const rates = readingsOf('SOFR').slice(-Number(last))
  const row = ({ date, value }: { date: string; value: number }) => ({
    effectiveDate: date,
    type: 'SOFR',
    percentRate: value,
    volumeInBillions: 2_900,
    revisionIndicator: '',
  })
  return json({ refRates: rates.map(row).reverse() })
}
