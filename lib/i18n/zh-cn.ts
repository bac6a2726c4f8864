import type { Messages } from '@/lib/i18n/en'
import archive from '@/lib/i18n/messages/zh-CN/archive.json'
import auth from '@/lib/i18n/messages/zh-CN/auth.json'
import charts from '@/lib/i18n/messages/zh-CN/charts.json'
import common from '@/lib/i18n/messages/zh-CN/common.json'
import confirm from '@/lib/i18n/messages/zh-CN/confirm.json'
import currencies from '@/lib/i18n/messages/zh-CN/currencies.json'
import exports from '@/lib/i18n/messages/zh-CN/exports.json'
import factors from '@/lib/i18n/messages/zh-CN/factors.json'
import following from '@/lib/i18n/messages/zh-CN/following.json'
import holdings from '@/lib/i18n/messages/zh-CN/holdings.json'
import positionsImport from '@/lib/i18n/messages/zh-CN/import.json'
import issues from '@/lib/i18n/messages/zh-CN/issues.json'
import lookBack from '@/lib/i18n/messages/zh-CN/look-back.json'
import mail from '@/lib/i18n/messages/zh-CN/mail.json'
import mailbox from '@/lib/i18n/messages/zh-CN/mailbox.json'
import outage from '@/lib/i18n/messages/zh-CN/outage.json'
import overview from '@/lib/i18n/messages/zh-CN/overview.json'
import people from '@/lib/i18n/messages/zh-CN/people.json'
import planFiles from '@/lib/i18n/messages/zh-CN/plan-files.json'
import plans from '@/lib/i18n/messages/zh-CN/plans.json'
import policy from '@/lib/i18n/messages/zh-CN/policy.json'
import portfolios from '@/lib/i18n/messages/zh-CN/portfolios.json'
import prices from '@/lib/i18n/messages/zh-CN/prices.json'
import rebalance from '@/lib/i18n/messages/zh-CN/rebalance.json'
import security from '@/lib/i18n/messages/zh-CN/security.json'
import settings from '@/lib/i18n/messages/zh-CN/settings.json'
import sources from '@/lib/i18n/messages/zh-CN/sources.json'
import status from '@/lib/i18n/messages/zh-CN/status.json'
import targets from '@/lib/i18n/messages/zh-CN/targets.json'
import thesis from '@/lib/i18n/messages/zh-CN/thesis.json'
import units from '@/lib/i18n/messages/zh-CN/units.json'

export const zhCN: Messages = {
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
