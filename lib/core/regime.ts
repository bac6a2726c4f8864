/** The two monetary regimes between which a portfolio is placed. */
export const REGIMES = ['tightening', 'postQt'] as const
export type Regime = (typeof REGIMES)[number]
