import auth from '@/lib/i18n/messages/en/auth.json'
import charts from '@/lib/i18n/messages/en/charts.json'
import common from '@/lib/i18n/messages/en/common.json'
import holdings from '@/lib/i18n/messages/en/holdings.json'
import issues from '@/lib/i18n/messages/en/issues.json'
import overview from '@/lib/i18n/messages/en/overview.json'
import plans from '@/lib/i18n/messages/en/plans.json'
import portfolios from '@/lib/i18n/messages/en/portfolios.json'
import rebalance from '@/lib/i18n/messages/en/rebalance.json'
import settings from '@/lib/i18n/messages/en/settings.json'
import targets from '@/lib/i18n/messages/en/targets.json'
import units from '@/lib/i18n/messages/en/units.json'

export const en = {
  auth,
  charts,
  common,
  holdings,
  issues,
  overview,
  plans,
  portfolios,
  rebalance,
  settings,
  targets,
  units,
}

/** Every key that a screen may ask for: the English catalogue is the list. */
export type Messages = typeof en
export type Namespace = keyof Messages
