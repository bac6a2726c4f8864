import type { AssetClass } from '@/lib/core/asset-class'

/**
 * Requests with known answers: published cases with where they were published, and small ones whose best plan was proven by enumeration.
 * Where several plans cost the same, only the cost is told.
 */
export interface PlanExample {
  title: string
  source?: string
  request: Record<string, unknown>
  status: string
  /** What the best plan costs, in money. */
  costs?: string
  /** As `account: side quantity symbol`, with `of quantity#lot …` where lots are known. */
  trades?: string[]
  issue?: { code?: string; subject?: string; path?: string; missing?: string }
}

type More = Record<string, unknown>

const held = (symbol: string, assetClass: AssetClass, quantity: string, price: string, more: More = {}) => ({
  account: 'A',
  symbol,
  class: assetClass,
  quantity,
  price,
  ...more,
})

const lot = (id: string, quantity: string, unitCost: string, acquired: string) => ({ id, quantity, unitCost, acquired })

interface Case extends Omit<PlanExample, 'request'> {
  /** As `id tax cash reserve`; one untaxed account without cash unless told. */
  accounts?: string[]
  holdings: ReturnType<typeof held>[]
  targets: Partial<Record<AssetClass, number>>
  bands?: More
  destination?: string
  cashCountsAs?: string
  mode?: string
  objective?: More
  minTrade?: string
}

function example({ title, source, status, costs, trades, issue, ...asked }: Case): PlanExample {
  const { accounts = ['A deferred 0'], objective, minTrade = '0', ...rest } = asked
  const request = {
    asOf: '2026-11-20',
    ...rest,
    accounts: accounts.map((text) => {
      const [id, tax, cash, reserve = '0'] = text.split(' ')
      return { id, tax, cash, reserve }
    }),
    objective: { turnover: '0', ...objective },
    limits: { minTrade },
    tolerancePpm: 1,
    deadlineMs: 2000,
  }
  return { title, source, request, status, costs, trades, issue }
}

const CASES: Case[] = [
  {
    title: 'Two funds at 60/40 go back to 50/50',
    source: 'https://bogleheads.org/wiki/Rebalancing (Example)',
    holdings: [held('FundA', 'growth', '6000', '1'), held('FundB', 'longBonds', '4000', '1')],
    targets: { growth: 5000, longBonds: 5000 },
    status: 'optimal',
    costs: '0',
    trades: ['A: sell 1000 FundA', 'A: buy 1000 FundB'],
  },
  {
    title: 'A 70/30 mix that drifted to 65/35 goes back',
    source: 'Bank of Baroda 5/25 rule infographic (text copy at petscareinf.com/article/larry-swedroe-5-25-rule/926)',
    holdings: [held('EQ', 'growth', '650000', '1'), held('FI', 'longBonds', '350000', '1')],
    targets: { growth: 7000, longBonds: 3000 },
    status: 'optimal',
    costs: '0',
    trades: ['A: buy 50000 EQ', 'A: sell 50000 FI'],
  },
  {
    title: 'Half a share where hundredths are allowed',
    source: 'wealthfolio/wealthfolio#1048 review finding 3',
    accounts: ['A deferred 50'],
    holdings: [held('ETF', 'growth', '0', '100', { unit: '0.01' })],
    targets: { growth: 10000 },
    mode: 'buyOnly',
    status: 'optimal',
    costs: '0',
    trades: ['A: buy 0.5 ETF'],
  },
  {
    title: 'Two empty classes never spend the same cash twice',
    source: 'wealthfolio/wealthfolio#1048 review finding 1 (cash_used=2000, cash_remaining=-1000)',
    accounts: ['A deferred 1000'],
    holdings: [held('X', 'growth', '0', '1'), held('Y', 'longBonds', '0', '1'), held('Z', 'tech', '1000', '1')],
    targets: { growth: 5000, longBonds: 5000, tech: 0 },
    mode: 'buyOnly',
    status: 'optimal',
    costs: '2000',
  },
  {
    title: 'An overdraft is repaired by the sales',
    source: 'wealthfolio/wealthfolio#1585',
    accounts: ['A deferred -25'],
    holdings: [held('X', 'growth', '60', '10'), held('Y', 'longBonds', '50', '10')],
    targets: { growth: 5000, longBonds: 5000 },
    status: 'optimal',
    costs: '10',
  },
  {
    title: 'A contribution that reaches every target',
    source: 'optimalrebalancing.info (Albert H. Mao); doctests of github.com/hoostus/lazy_rebalance rebalance.py',
    accounts: ['A deferred 30000'],
    holdings: [
      held('Bond fund', 'longBonds', '16500', '1'),
      held('TIPS fund', 'alternatives', '6500', '1'),
      held('Domestic stock fund', 'growth', '43500', '1'),
      held('International stock fund', 'tech', '33500', '1'),
    ],
    targets: { longBonds: 2000, alternatives: 1000, growth: 4000, tech: 3000 },
    mode: 'buyOnly',
    status: 'optimal',
    costs: '0',
    trades: [
      'A: buy 6500 TIPS fund',
      'A: buy 9500 Bond fund',
      'A: buy 8500 Domestic stock fund',
      'A: buy 5500 International stock fund',
    ],
  },
  {
    title: 'The 5/25 rule at a target of 10 %, all locked',
    source: 'affluentsavvy/White Coat Investor: gold 10% -> 7.5% / 12.5%',
    holdings: [
      held('G', 'growth', '20000', '1', { locked: true }),
      held('B', 'longBonds', '80000', '1', { locked: true }),
    ],
    targets: { growth: 1000, longBonds: 9000 },
    bands: { rule: '5/25' },
    destination: 'edge',
    status: 'optimal',
    costs: '12500',
    trades: [],
  },
  {
    title: 'The 5/25 rule at a target of 60 %, all locked',
    source: 'bogleheads.org/wiki/Rebalancing: 60/40 -> 55/65',
    holdings: [
      held('G', 'growth', '70000', '1', { locked: true }),
      held('B', 'longBonds', '30000', '1', { locked: true }),
    ],
    targets: { growth: 6000, longBonds: 4000 },
    bands: { rule: '5/25' },
    destination: 'edge',
    status: 'optimal',
    costs: '10000',
    trades: [],
  },
  {
    title: 'Half-way back from outside a relative band',
    source: 'Daryanani, J. Financial Planning Jan 2008; worked example in seekingalpha.com/article/58561',
    holdings: [held('G', 'growth', '73000', '1'), held('B', 'longBonds', '27000', '1')],
    targets: { growth: 6000, longBonds: 4000 },
    bands: { growth: 1200, longBonds: 2000 },
    destination: 'halfway',
    objective: { turnover: '0.0005' },
    status: 'optimal',
    costs: '3.5',
    trades: ['A: sell 7000 G'],
  },
  {
    title: 'Inside a band of 200 basis points nothing moves',
    source: 'Vanguard, 2024: threshold of 200, destination of 175 basis points',
    holdings: [held('G', 'growth', '61990', '1'), held('B', 'longBonds', '38010', '1')],
    targets: { growth: 6000, longBonds: 4000 },
    bands: { growth: 200, longBonds: 200 },
    destination: 'edge',
    objective: { turnover: '0.01' },
    status: 'optimal',
    costs: '0',
    trades: [],
  },
  {
    title: 'Round lots of an index of three',
    source:
      'Xu & Liu, Managing Odd Lot Trades with the Barra Optimizer, MSCI Research Insight Sept 2013 (as tested in lequant40/portfolio_allocation_js)',
    accounts: ['A deferred 4000000'],
    holdings: [
      held('A', 'growth', '0', '10000'),
      held('B', 'tech', '0', '10000'),
      held('C', 'longBonds', '0', '10000'),
    ],
    targets: { growth: 369, tech: 5990, longBonds: 3641, moneyFunds: 0 },
    cashCountsAs: 'moneyFunds',
    mode: 'buyOnly',
    status: 'optimal',
    costs: '12000',
  },
  {
    title: 'A cost that equals the cash exactly',
    source: 'PyPortfolio/PyPortfolioOpt#383',
    accounts: ['A deferred 1000'],
    holdings: [held('A', 'growth', '0', '50'), held('B', 'tech', '0', '25')],
    targets: { growth: 5000, tech: 5000, moneyFunds: 0 },
    cashCountsAs: 'moneyFunds',
    mode: 'buyOnly',
    status: 'optimal',
    costs: '0',
    trades: ['A: buy 10 A', 'A: buy 20 B'],
  },
  {
    title: 'Thirty percent are to stay cash',
    source: 'lequant40/portfolio_allocation_js test (sum weights < 1)',
    accounts: ['A deferred 1000'],
    holdings: [held('A', 'growth', '0', '100'), held('B', 'longBonds', '0', '500')],
    targets: { growth: 2000, longBonds: 5000, moneyFunds: 3000 },
    cashCountsAs: 'moneyFunds',
    mode: 'buyOnly',
    status: 'optimal',
    costs: '0',
    trades: ['A: buy 2 A', 'A: buy 1 B'],
  },
  {
    title: 'The lot with the least tax raises the cash',
    source: 'github.com/redstreet/fava_investor modules/minimizegains/test_minimizegains.py',
    accounts: ['A taxable 0 20100'],
    holdings: [
      held('BNCT', 'growth', '100', '150', { lots: [lot('1', '100', '100', '2020-01-02')] }),
      held('COFE', 'growth', '100', '201', { lots: [lot('1', '100', '200', '2020-01-02')] }),
    ],
    targets: { growth: 10000 },
    objective: { taxRates: { short: '1', long: '1' } },
    status: 'optimal',
    costs: '20200',
    trades: ['A: sell 100 COFE of 100#1'],
  },
  {
    title: 'A short lot of high cost is cheaper than a long one of low cost',
    accounts: ['A taxable 0'],
    holdings: [
      held('G', 'growth', '20', '100', {
        lots: [lot('1', '10', '80', '2026-06-01'), lot('2', '10', '40', '2020-01-02')],
      }),
      held('B', 'longBonds', '0', '100'),
    ],
    targets: { growth: 5000, longBonds: 5000 },
    status: 'optimal',
    costs: '74',
    trades: ['A: sell 10 G of 10#1', 'A: buy 10 B'],
  },
  {
    title: 'Sales stop where tax outweighs tracking',
    accounts: ['A taxable 0'],
    holdings: [
      held('G', 'growth', '80', '100', {
        lots: [
          lot('1', '10', '95', '2020-01-02'),
          lot('2', '10', '60', '2020-01-02'),
          lot('3', '60', '1', '2026-06-01'),
        ],
      }),
      held('B', 'longBonds', '20', '100', { lots: [lot('1', '20', '100', '2020-01-02')] }),
    ],
    targets: { growth: 5000, longBonds: 5000 },
    objective: { tracking: '0.1' },
    status: 'optimal',
    costs: '290',
    trades: ['A: sell 20 G of 10#1 10#2', 'A: buy 20 B'],
  },
  {
    title: 'Bonds move to the account where they cost less',
    accounts: ['taxable taxable 4000', 'ira deferred 1000'],
    holdings: [
      held('VTI', 'growth', '100', '250', { account: 'taxable', lots: [lot('1', '100', '120', '2020-01-02')] }),
      held('TLT', 'longBonds', '0', '90', { account: 'taxable', locationCostBps: 40 }),
      held('TLT', 'longBonds', '100', '90', { account: 'ira' }),
      held('VTI', 'growth', '20', '250', { account: 'ira', locationCostBps: 10 }),
    ],
    targets: { growth: 6000, longBonds: 4000 },
    objective: { turnover: '0.0005' },
    status: 'optimal',
    costs: '208.245',
  },
  {
    title: 'Cash does not cross from one account to another',
    accounts: ['taxable deferred 5000', 'ira deferred 120'],
    holdings: [
      held('G', 'growth', '50', '100', { account: 'taxable' }),
      held('D', 'digital', '0', '10', { account: 'ira' }),
      held('M', 'moneyFunds', '5', '100', { account: 'ira', locked: true }),
    ],
    targets: { growth: 5000, digital: 3000, moneyFunds: 2000 },
    mode: 'buyOnly',
    status: 'optimal',
    costs: '4700',
    trades: ['taxable: buy 3 G', 'ira: buy 12 D'],
  },
  {
    title: 'A fee for each order decides how many there are',
    accounts: ['A deferred 200'],
    holdings: [held('G', 'growth', '110', '50'), held('H', 'growth', '20', '75'), held('B', 'longBonds', '50', '40')],
    targets: { growth: 7000, longBonds: 3000 },
    objective: { orderFee: '15' },
    status: 'optimal',
    costs: '70',
  },
  {
    title: 'No trade below 500',
    accounts: ['A deferred 300'],
    holdings: [held('G', 'growth', '40', '95'), held('T', 'tech', '10', '210'), held('B', 'longBonds', '30', '88')],
    targets: { growth: 4000, tech: 3000, longBonds: 3000 },
    objective: { turnover: '0.001' },
    minTrade: '500',
    status: 'optimal',
    costs: '397.2',
    trades: ['A: sell 6 G', 'A: buy 3 T'],
  },
  {
    title: 'An overdraft and nothing to sell',
    accounts: ['A deferred -50'],
    holdings: [held('G', 'growth', '10', '100', { locked: true })],
    targets: { growth: 10000 },
    status: 'infeasible',
    issue: { code: 'cash.short', subject: 'A', missing: '50.00' },
  },
  {
    title: 'A reserve larger than what sales can raise',
    accounts: ['A deferred 0 1500'],
    holdings: [held('G', 'growth', '10', '100'), held('P', 'alternatives', '90', '100', { locked: true })],
    targets: { growth: 5000, alternatives: 5000 },
    status: 'infeasible',
    issue: { code: 'cash.short', subject: 'A', missing: '500.00' },
  },
  {
    title: 'A price that is no number',
    source: 'AakashRathore136/FinSight-AI#1532, #1496; PyPortfolio/PyPortfolioOpt#204',
    holdings: [held('X', 'growth', '10', 'NaN'), held('B', 'longBonds', '10', '100')],
    targets: { growth: 5000, longBonds: 5000 },
    status: 'invalid',
    issue: { subject: 'X', path: 'holdings[0].price' },
  },
  {
    title: 'Targets of 90 %',
    holdings: [held('G', 'growth', '10', '100'), held('B', 'longBonds', '10', '100')],
    targets: { growth: 5000, longBonds: 4000 },
    status: 'invalid',
    issue: { path: 'targets' },
  },
]

export const PLAN_EXAMPLES = CASES.map(example)
