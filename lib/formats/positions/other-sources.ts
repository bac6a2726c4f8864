import { coinbase } from '@/lib/formats/positions/coinbase'
import { ghostfolio } from '@/lib/formats/positions/ghostfolio'
import { ibActivity } from '@/lib/formats/positions/ib-activity'
import { ibFlex } from '@/lib/formats/positions/ib-flex'
import { kraken } from '@/lib/formats/positions/kraken'
import { portfolioPerformance } from '@/lib/formats/positions/portfolio-performance'
import type { PositionsFormat } from '@/lib/formats/positions/positions-file'
import { simpleList } from '@/lib/formats/positions/simple-list'
import { tidemark } from '@/lib/formats/positions/tidemark'
import { wealthfolio } from '@/lib/formats/positions/wealthfolio'

/** Brokers outside the United States' big houses, exchanges of coins and other programs; in the order of detection, the plainest last. */
export const OTHER_SOURCES: readonly PositionsFormat[] = [
  tidemark,
  ibActivity,
  ibFlex,
  ghostfolio,
  portfolioPerformance,
  kraken,
  coinbase,
  wealthfolio,
  simpleList,
]
