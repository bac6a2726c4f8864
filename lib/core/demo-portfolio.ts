import { parseDecimal } from '@/lib/core/decimal'
import { builtInModel } from '@/lib/core/models'
import type { TaxTreatment } from '@/lib/core/portfolio'
import { type Adoption, DEFAULT_BANDS } from '@/lib/core/targets'
import {
  type Cents,
  cents,
  daysBefore,
  type IsoDate,
  ONE,
  type Quantity,
  quantity,
  type UnitPrice,
  unitPrice,
} from '@/lib/core/units'

/** What prices of the demo say they come from: illustrative figures, no market's. */
export const DEMO_SOURCE = 'demo'

export const DEMO_ACCOUNTS = ['brokerage', 'ira', 'roth'] as const
export type DemoAccountKey = (typeof DEMO_ACCOUNTS)[number]

export interface DemoLot {
  quantity: Quantity
  unitCost: UnitPrice
  acquired: IsoDate
}

export interface DemoHolding {
  symbol: string
  quantity: Quantity
  price: UnitPrice
  pricedOn: IsoDate
  locked: boolean
  lots: DemoLot[]
}

export interface DemoAccount {
  key: DemoAccountKey
  tax: TaxTreatment
  cash: Cents
  reserve: Cents
  holdings: DemoHolding[]
}

export interface DemoBook {
  accounts: DemoAccount[]
  adoption: Omit<Adoption, 'id' | 'adoptedAt'>
}

const ACCOUNTS: Record<DemoAccountKey, { tax: TaxTreatment; cash: string; reserve: string }> = {
  brokerage: { tax: 'taxable', cash: '31480.22', reserve: '24000.00' },
  ira: { tax: 'deferred', cash: '3215.47', reserve: '0' },
  roth: { tax: 'free', cash: '1106.30', reserve: '0' },
}

/** Illustrative prices, plausible for late 2026; they were no market's on any day. */
const PRICES: Record<string, string> = {
  VTI: '331.40',
  VXUS: '74.85',
  'BRK.B': '512.30',
  COST: '968.40',
  JNJ: '186.20',
  AAPL: '268.15',
  MSFT: '517.60',
  NVDA: '184.30',
  BTC: '68450.00',
  SGOV: '100.52',
  VNQ: '91.75',
  GLD: '402.10',
  FXAIX: '238.42',
  VBIAX: '54.38',
  SCHD: '27.85',
  XLK: '288.30',
  BND: '74.10',
  TLT: '89.35',
  VMFXX: '1.00',
  IAU: '82.40',
  PDBC: '13.65',
  VUG: '492.60',
  VGT: '752.10',
  AVUV: '101.30',
  ETHA: '22.40',
  SPAXX: '1.00',
  VTV: '188.75',
}

/**
 * One position a line: symbol, quantity, `locked` or not, then its lots as `quantity@cost-days`, where days count back from the day
 * on which the demo is made, so that short and long terms stay what they are. A quantity of 0 may be bought there.
 */
const POSITIONS: Record<DemoAccountKey, string> = {
  brokerage: `
    VTI 420 180@198.40-2310 140@221.75-1180 100@305.60-160
    VXUS 610 400@58.20-1960 210@71.90-240
    BRK.B 110 70@318.45-1420 40@498.10-130
    COST 22 22@481.15-1875
    JNJ 170 130@158.60-905 40@191.25-70
    AAPL 190 120@131.20-2050 70@229.85-420
    MSFT 85 locked 85@212.40-2205
    NVDA 200 140@48.75-980 60@196.50-95
    BTC 0.28 0.2@41250.00-1010 0.08@88310.00-205
    SGOV 620 620@100.41-110
    VNQ 210 120@104.30-1330 90@83.15-310
    GLD 60 40@189.70-860 20@371.40-180
    TLT 0`,
  ira: `
    FXAIX 480.215
    VBIAX 1250.000
    SCHD 2100
    XLK 60
    BND 780
    TLT 640
    VMFXX 118400.00
    IAU 260
    PDBC 1400
    VNQ 0`,
  roth: `
    VUG 130
    VGT 40
    AVUV 150
    VXUS 320
    ETHA 900
    VNQ 150
    SPAXX 9850.00
    VTV 0
    TLT 0
    IAU 0`,
}

/**
 * The demo: a made-up book of some 1.3 million dollars in three accounts, still half in the tightening mix and swollen by a technology
 * rally, with Balanced post-QT adopted. Prices are dated with the day on which it is made.
 */
export function demoBook(asOf: IsoDate): DemoBook {
  return {
    accounts: DEMO_ACCOUNTS.map((key) => ({
      key,
      tax: ACCOUNTS[key].tax,
      cash: money(ACCOUNTS[key].cash),
      reserve: money(ACCOUNTS[key].reserve),
      holdings: POSITIONS[key]
        .trim()
        .split('\n')
        .map((line) => holdingIn(line.trim(), asOf)),
    })),
    adoption: {
      origin: { kind: 'builtIn', risk: 'balanced', state: 'postQt' },
      weights: builtInModel('balanced', 'postQt'),
      bands: DEFAULT_BANDS,
      destination: 'target',
    },
  }
}

function holdingIn(line: string, asOf: IsoDate): DemoHolding {
  const [symbol = '', amount = '', ...rest] = line.split(' ')
  return {
    symbol,
    quantity: quantity(exact(amount)),
    price: unitPrice(exact(PRICES[symbol] ?? '')),
    pricedOn: asOf,
    locked: rest[0] === 'locked',
    lots: rest.filter((word) => word !== 'locked').map((word) => lotIn(word, asOf)),
  }
}

function lotIn(word: string, asOf: IsoDate): DemoLot {
  const [amount = '', cost = '', days = ''] = word.split(/[@-]/)
  return {
    quantity: quantity(exact(amount)),
    unitCost: unitPrice(exact(cost)),
    acquired: daysBefore(asOf, Number(days)),
  }
}

/** Throws: the figures are part of the program. */
function exact(text: string): bigint {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(`The demo holds what is no number: ${text}`)
  return parsed.value
}

const money = (text: string): Cents => cents(exact(text) / (ONE / 100n))
