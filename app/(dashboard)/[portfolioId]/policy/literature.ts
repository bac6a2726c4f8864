/** What the measure and its waiting rest on, as it is cited. Titles of publications are not translated. */
export const LITERATURE: readonly string[] = [
  'Ang & Bekaert, How Regimes Affect Asset Allocation, 2004',
  'Guidolin & Timmermann, Asset Allocation under Multivariate Regime Switching, 2007',
  'Kritzman, Page & Turkington, Regime Shifts: Implications for Dynamic Strategies, 2012',
  'Crawley et al., Substitutability between Balance Sheet Reductions and Policy Rate Hikes, FEDS Notes, 2022-06-03',
  'Afonso et al., Reserve Demand Elasticity, New York Fed',
]
