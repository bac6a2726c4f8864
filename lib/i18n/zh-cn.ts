import type { Messages } from '@/lib/i18n/en'
import auth from '@/lib/i18n/messages/zh-CN/auth.json'
import charts from '@/lib/i18n/messages/zh-CN/charts.json'
import common from '@/lib/i18n/messages/zh-CN/common.json'
import holdings from '@/lib/i18n/messages/zh-CN/holdings.json'
import issues from '@/lib/i18n/messages/zh-CN/issues.json'
import overview from '@/lib/i18n/messages/zh-CN/overview.json'
import plans from '@/lib/i18n/messages/zh-CN/plans.json'
import portfolios from '@/lib/i18n/messages/zh-CN/portfolios.json'
import rebalance from '@/lib/i18n/messages/zh-CN/rebalance.json'
import settings from '@/lib/i18n/messages/zh-CN/settings.json'
import targets from '@/lib/i18n/messages/zh-CN/targets.json'
import units from '@/lib/i18n/messages/zh-CN/units.json'

export const zhCN: Messages = {
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
