// For every page, route and action what somebody else may not do with it. A way in without a line here fails the check of the surface.
import { randomUUID } from 'node:crypto'
import type { Owner } from '@/scripts/probes/security/people'
import type { Way } from '@/scripts/probes/security/surface'

/** What is sent: the arguments of an action, or of a route its query, body and type. */
export interface Sent {
  args?: unknown[]
  query?: string
  body?: string | FormData
  type?: string
}

export interface Case {
  /** `another`: names what is the owner's, and must not find it. `own`: names nothing of anybody. `open`: for everybody, signed in or not. */
  kind: 'another' | 'own' | 'open'
  sent: (owner: Owner) => Sent
  /** What the one who is not the owner is told; a route's status. */
  told?: readonly (string | number)[]
  /** What even the owner is told in the state that the probe makes, where that is no success. */
  ownerTold?: readonly string[]
}

/** The rebalance form as it stands before anybody touched it. */
export const CHOICES = {
  ...{
    mode: 'buyOnly',
    flow: 'invest',
    amount: '',
    account: '',
    to: 'adopted',
    min: '0',
    age: '7',
    short: '37',
    long: '20',
  },
  ...{ fee: '0', spread: '0', cap: '', tax: '1', credit: '0', net: '', pick: 'keep', loc: '0' },
}

const NOT_FOUND = ['notFound']

const another = (args: (id: Owner['id']) => unknown, more: Partial<Case> = {}): Case => ({
  kind: 'another',
  sent: (owner) => ({ args: [args(owner.id)] }),
  told: NOT_FOUND,
  ...more,
})
const own = (...args: unknown[]): Case => ({ kind: 'own', sent: () => ({ args }) })
const open = (sent: Sent = {}): Case => ({ kind: 'open', sent: () => sent })

const page: Case = { kind: 'another', sent: () => ({}), told: [404] }
const ownPage: Case = { kind: 'own', sent: () => ({}) }
const pages = (paths: string, kind: Case): Record<Way, Case> =>
  Object.fromEntries(
    paths
      .trim()
      .split(/\s+/)
      .map((path) => [`page ${path}`, kind]),
  )

const WEIGHTS = { growth: 10_000, tech: 0, longBonds: 0, digital: 0, moneyFunds: 0, alternatives: 0 }
const BAND = { rule: 'fiveTwentyFive' }
const BANDS = { growth: BAND, tech: BAND, longBonds: BAND, digital: BAND, moneyFunds: BAND, alternatives: BAND }
const inPortfolio = (id: Owner['id'], table: string) => ({ portfolioId: id('Portfolio'), id: id(table) })
const PRICES = 'symbol,price,date\nVTI,251.00,2026-11-20\n'

const PORTFOLIOS: Record<string, Case> = {
  createPortfolioAction: another((id) => ({ id: id('Portfolio'), name: 'x', baseCurrency: 'USD' })),
  renamePortfolioAction: another((id) => ({ id: id('Portfolio'), name: 'x', seenName: 'y' }), {
    ownerTold: ['conflict'],
  }),
  duplicatePortfolioAction: another((id) => ({ id: randomUUID(), sourceId: id('Portfolio') })),
  changeBaseCurrencyAction: another((id) => ({ id: id('Portfolio'), baseCurrency: 'USD' })),
  saveFollowingAction: another((id) => ({ portfolioId: id('Portfolio'), follows: false })),
  saveDismissalAction: another((id) => ({ portfolioId: id('Portfolio'), dismissed: null })),
  saveRiskLevelAction: another((id) => ({ portfolioId: id('Portfolio'), from: 'balanced', to: 'balanced' })),
}

const HOLDINGS: Record<string, Case> = {
  addHoldingAction: another((id) => ({
    ...{ portfolioId: id('Portfolio'), id: randomUUID(), accountId: id('Account') },
    fields: { symbol: 'QQQ', quantity: '1' },
  })),
  editHoldingAction: another((id) => ({ ...inPortfolio(id, 'Holding'), version: 1, fields: { name: 'x' } })),
  editLotsAction: another((id) => ({ ...inPortfolio(id, 'Holding'), version: 2, lots: [], quantity: '1' })),
  removeHoldingAction: another((id) => ({ ...inPortfolio(id, 'Holding'), version: 3 })),
  restoreHoldingAction: another((id) => inPortfolio(id, 'Holding')),
  addAccountAction: another((id) => ({
    ...{ portfolioId: id('Portfolio'), id: randomUUID() },
    fields: { name: 'x', tax: 'taxable' },
  })),
  editAccountAction: another((id) => ({ ...inPortfolio(id, 'Account'), version: 1, fields: { cash: '1' } })),
  orderAccountsAction: another((id) => ({ portfolioId: id('Portfolio'), ids: [id('Account')] }), {
    ownerTold: ['conflict'],
  }),
  countCashAction: another((id) => ({ portfolioId: id('Portfolio'), cashCounts: true })),
  previewPasteAction: another((id) => ({ ...pasteOf(id) })),
  importPasteAction: another((id) => ({ ...pasteOf(id), version: 1 }), { ownerTold: ['conflict'] }),
  undoImportAction: another((id) => ({ portfolioId: id('Portfolio'), undo: { added: [], updated: [] } })),
  classifySymbolAction: own({ symbol: 'ZZZ', version: null, name: 'x', split: WEIGHTS }),
  forgetSymbolAction: own({ symbol: 'ZZZ', version: 1 }),
  undoPositionsImport: another((id) => ({ portfolioId: id('Portfolio'), importId: id('PositionsImport') })),
}

const pasteOf = (id: Owner['id']) => ({
  ...{ portfolioId: id('Portfolio'), text: 'VTI\t1', accountId: id('Account'), roles: null, header: null },
})

const TARGETS: Record<string, Case> = {
  adoptTargetAction: another(
    (id) => ({
      ...{ id: randomUUID(), portfolioId: id('Portfolio'), source: { kind: 'holdings' }, weights: WEIGHTS },
      ...{ bands: BANDS, destination: 'target', replaces: id('Adoption') },
    }),
    { ownerTold: ['conflict'] },
  ),
  createModelAction: another((id) => ({ id: id('TargetModel'), name: 'x', weights: WEIGHTS })),
  saveModelAction: another((id) => ({ id: id('TargetModel'), version: 1, name: 'y', weights: WEIGHTS })),
  removeModelAction: another((id) => ({ id: id('TargetModel'), version: 2 })),
  restoreModelAction: another((id) => ({ id: id('TargetModel') })),
}

const PLANS: Record<string, Case> = {
  savePlanAction: another(
    (id) => ({
      ...{ id: randomUUID(), portfolioId: id('Portfolio'), name: 'x', text: { ...CHOICES, account: id('Account') } },
      ...{ inputHash: 'x', seen: null },
    }),
    { ownerTold: ['conflict'] },
  ),
  stagePlanAction: another((id) => ({ id: id('Plan'), version: 1, choice: null })),
  renamePlanAction: another((id) => ({ id: id('Plan'), version: 1, name: 'x' }), { ownerTold: ['conflict'] }),
  approvePlanAction: another((id) => ({ id: id('Plan') }), { ownerTold: ['conflict'] }),
  removePlanAction: another((id) => ({ id: id('Plan') })),
  restorePlanAction: another((id) => ({ id: id('Plan') })),
}

const PRICES_AND_SERIES: Record<string, Case> = {
  takePriceAction: another((id) => ({ portfolioId: id('Portfolio'), symbol: 'VTI', source: 'manual', price: '1' }), {
    ownerTold: ['conflict', 'notFound'],
  }),
  putPricesBackAction: another((id) => ({ portfolioId: id('Portfolio'), former: [] })),
  previewPriceFileAction: another((id) => ({ portfolioId: id('Portfolio'), text: PRICES })),
  storePriceFileAction: another((id) => ({ portfolioId: id('Portfolio'), text: PRICES }), { ownerTold: ['invalid'] }),
  switchPriceSourceAction: own({ source: 'coinGecko', on: false }),
  movePriceSourceAction: own({ source: 'coinGecko', by: 1 }),
  savePriceKeyAction: own({ source: 'tiingo', key: '' }),
  nameCoinAction: own({ symbol: 'BTC', coin: '' }),
  priceHistoryAction: own({ symbol: 'VTI' }),
  enterRateAction: own({ currency: 'EUR', quote: 'USD', rate: '1.1', date: '2026-11-20', confirmed: true }),
  removeRateAction: own({ currency: 'EUR', quote: 'USD', source: 'manual', date: '2026-11-20' }),
  restoreRateAction: own({
    currency: 'EUR',
    quote: 'USD',
    source: 'manual',
    date: '2026-11-20',
    rate: 11n * 10n ** 17n,
  }),
  dropRateFileAction: own({ text: 'x', store: false }),
  switchEcbAction: own({ on: false }),
  fetchRatesAction: own({}),
  switchSourceAction: own({ source: 'fred', on: false }),
  saveKeyAction: own({ key: '' }),
  startRefreshAction: own({}),
  removeFileAction: another((id) => ({ id: id('SeriesFile') })),
  removeAllFilesAction: own({}),
  readPricesAction: own({ text: 'x' }),
  tryThesisAction: own({ start: '2022-03-16', own: {} }),
  lookBackAction: own({ risk: 'balanced', rebalancing: 'quarterly', costBps: 10, own: {} }),
}

const ACCOUNT: Record<string, Case> = {
  resetDemoAction: own({}),
  revokeSessionAction: another((id) => ({ sessionId: id('Session') })),
  revokeOtherSessionsAction: own({}),
  changePasswordAction: own({ current: 'x', next: 'y' }),
  createTokenAction: own({ key: randomUUID(), name: 'x', days: 90 }),
  revokeTokenAction: another((id) => ({ id: id('ApiToken') })),
  deleteUserAction: own({ password: 'x' }),
  requestVerificationAction: own({}),
  requestResetAction: open({ args: [{ email: 'x' }] }),
  resetPasswordAction: open({ args: [{ token: 'x', password: 'x' }] }),
  verifyAction: open({ args: [{ token: 'x' }] }),
  logOutAction: open({ args: [] }),
  registerAction: open({ args: [{ email: 'x' }] }),
  joinAction: open({ args: [{ token: 'x', email: 'x', password: 'x' }] }),
  becomeAdministratorAction: own({ token: 'x' }),
  inviteAction: own({ key: randomUUID(), note: 'x' }),
  // Neither of the two is an administrator; the probes of the gate try it with one.
  withdrawInvitationAction: another((id) => ({ id: id('OneTimeLink') }), { ownerTold: NOT_FOUND }),
  linkProviderAction: own({}),
  unlinkProviderAction: own({}),
}

const FACTORS: Record<string, Case> = {
  askPasskeyAction: open({ args: [{}] }),
  askSecondPasskeyAction: open({ args: [{ email: 'x', password: 'x' }] }),
  confirmMeansAction: own({}),
  confirmByPasswordAction: own({ password: 'x' }),
  confirmByCodeAction: own({ code: '000000' }),
  askConfirmPasskeyAction: own({}),
  confirmByPasskeyAction: own({ answer: {} }),
  mayExportAction: own({}),
  askNewPasskeyAction: own({}),
  addPasskeyAction: own({ name: 'x', endOthers: false, answer: {} }),
  renamePasskeyAction: another((id) => ({ id: id('Passkey'), name: 'x' })),
  removePasskeyAction: another((id) => ({ id: id('Passkey'), endOthers: false })),
  beginTotpAction: own({}),
  finishTotpAction: own({ code: '000000', endOthers: false }),
  removeTotpAction: own({ endOthers: false }),
  renewRecoveryCodesAction: own({}),
}

/** Last of all, for nothing else works after it. */
const AT_THE_END: Record<string, Case> = {
  removeAccountAction: another((id) => ({ ...inPortfolio(id, 'Account'), version: 1 }), { ownerTold: ['conflict'] }),
  restoreAccountAction: another((id) => inPortfolio(id, 'Account')),
  deletePortfolioAction: another((id) => ({ id: id('Portfolio') })),
  restorePortfolioAction: another((id) => ({ id: id('Portfolio') })),
  undoArchiveAction: another(
    (id) => ({
      ...{ importedAt: new Date(0).toISOString(), portfolios: [id('Portfolio')], models: [id('TargetModel')] },
      ...{ classes: [], mappings: [], seriesFiles: [id('SeriesFile')], seriesSetting: false, priceSetting: false },
    }),
    { told: ['notFound', 'conflict', 'done'], ownerTold: ['notFound', 'conflict'] },
  ),
}

const BOOK_ACTIONS = { ...PORTFOLIOS, ...HOLDINGS, ...TARGETS, ...PLANS, ...PRICES_AND_SERIES }
const ACTIONS = { ...BOOK_ACTIONS, ...ACCOUNT, ...FACTORS, ...AT_THE_END }

const json =
  (sent: (id: Owner['id']) => unknown): Case['sent'] =>
  (owner) => ({
    body: JSON.stringify(sent(owner.id)),
    type: 'application/json',
  })

function positionsForm({ id }: Owner): Sent {
  const body = new FormData()
  body.set('portfolioId', id('Portfolio'))
  body.set('file', new File(['Symbol,Quantity\nVTI,1\n'], 'positions.csv'))
  return { body }
}

const ROUTES: Record<Way, Case> = {
  'GET /api/archive': { kind: 'own', sent: () => ({}) },
  'POST /api/archive': { kind: 'own', sent: () => ({ body: 'x', type: 'application/zip' }), told: [422] },
  'GET /api/auth/[...nextauth]': open(),
  'POST /api/auth/[...nextauth]': open({ body: 'x=1', type: 'application/x-www-form-urlencoded' }),
  'GET /api/export/holdings/[portfolioId]': { kind: 'another', sent: () => ({ query: '?format=csv' }), told: [404] },
  'GET /api/export/plan/[planId]': { kind: 'another', sent: () => ({ query: '?format=csv' }), told: [404] },
  'GET /api/export/security-log': { kind: 'own', sent: () => ({}) },
  'GET /api/health': open(),
  'GET /api/ready': open(),
  'GET /api/v1/schema': open(),
  'POST /api/v1/plan': open({ body: '{}', type: 'application/json' }),
  'GET /api/jobs/prices': {
    ...{ kind: 'another', told: [404] },
    sent: ({ id }) => ({ query: `?portfolio=${id('Portfolio')}` }),
  },
  'POST /api/jobs/prices': { kind: 'another', told: [404], sent: json((id) => ({ portfolioId: id('Portfolio') })) },
  'GET /api/jobs/series': { kind: 'own', sent: () => ({}) },
  'POST /api/plan-file': { kind: 'own', sent: () => ({ body: '{}', type: 'application/json' }), told: [400] },
  'POST /api/positions-files': { kind: 'another', sent: positionsForm, told: [404] },
  'POST /api/series-files': {
    ...{ kind: 'own', told: [200] },
    sent: json(() => ({ files: [{ name: 'x.csv', text: 'x' }], store: false })),
  },
  'GET /api/symbols': { kind: 'own', sent: () => ({ query: '?q=VT' }) },
}

export const CASES: Record<Way, Case> = {
  ...pages('/login /register /join /forgot /reset /verify', { kind: 'open', sent: () => ({}) }),
  ...pages('/ /portfolios /settings /settings/security /settings/security/log', ownPage),
  // For administrators; neither of the two is one.
  ...pages('/settings/people /settings/status', { ...ownPage, told: [404] }),
  ...pages(
    `/[portfolioId] /[portfolioId]/holdings /[portfolioId]/targets /[portfolioId]/rebalance /[portfolioId]/policy
     /[portfolioId]/policy/balance-sheet /[portfolioId]/policy/look-back /[portfolioId]/policy/sources /[portfolioId]/policy/thesis
     /[portfolioId]/prices /[portfolioId]/prices/rates /[portfolioId]/transfer /[portfolioId]/transfer/import
     /[portfolioId]/plans /[portfolioId]/plans/import /[portfolioId]/plans/[planId] /[portfolioId]/plans/[planId]/export`,
    page,
  ),
  ...ROUTES,
  ...Object.fromEntries(Object.entries(ACTIONS).map(([name, one]) => [`action ${name}`, one])),
}
