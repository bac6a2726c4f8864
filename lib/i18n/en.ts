import archive from '@/lib/i18n/messages/en/archive.json'
import auth from '@/lib/i18n/messages/en/auth.json'
import charts from '@/lib/i18n/messages/en/charts.json'
import common from '@/lib/i18n/messages/en/common.json'
import confirm from '@/lib/i18n/messages/en/confirm.json'
import currencies from '@/lib/i18n/messages/en/currencies.json'
import exports from '@/lib/i18n/messages/en/exports.json'
import factors from '@/lib/i18n/messages/en/factors.json'
import following from '@/lib/i18n/messages/en/following.json'
import holdings from '@/lib/i18n/messages/en/holdings.json'
import positionsImport from '@/lib/i18n/messages/en/import.json'
import issues from '@/lib/i18n/messages/en/issues.json'
import lookBack from '@/lib/i18n/messages/en/look-back.json'
import mail from '@/lib/i18n/messages/en/mail.json'
import mailbox from '@/lib/i18n/messages/en/mailbox.json'
import outage from '@/lib/i18n/messages/en/outage.json'
import overview from '@/lib/i18n/messages/en/overview.json'
import people from '@/lib/i18n/messages/en/people.json'
import planFiles from '@/lib/i18n/messages/en/plan-files.json'
import plans from '@/lib/i18n/messages/en/plans.json'
import policy from '@/lib/i18n/messages/en/policy.json'
import portfolios from '@/lib/i18n/messages/en/portfolios.json'
import prices from '@/lib/i18n/messages/en/prices.json'
import rebalance from '@/lib/i18n/messages/en/rebalance.json'
import security from '@/lib/i18n/messages/en/security.json'
import settings from '@/lib/i18n/messages/en/settings.json'
import sources from '@/lib/i18n/messages/en/sources.json'
import status from '@/lib/i18n/messages/en/status.json'
import targets from '@/lib/i18n/messages/en/targets.json'
import thesis from '@/lib/i18n/messages/en/thesis.json'
import units from '@/lib/i18n/messages/en/units.json'

export const en = {
  archive,
  auth,
  charts,
  common,
  confirm,
  currencies,
  exports,
  factors,
  following,
  holdings,
  import: positionsImport,
  issues,
  lookBack,
  mail,
  mailbox,
  outage,
  overview,
  people,
  planFiles,
  plans,
  policy,
  portfolios,
  prices,
  rebalance,
  security,
  settings,
  sources,
  status,
  targets,
  thesis,
  units,
}

/** Every key that a screen may ask for: the English catalogue is the list. */
export type Messages = typeof en
export type Namespace = keyof Messages
