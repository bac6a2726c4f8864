import {
  CHOICE_FIELDS,
  type ChoiceText,
  choicesIn,
  type Params,
  sameChoices,
} from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/read-choices'

/** Answers that take longer than the plan: they are computed when the address asks for them. */
const VIEWS = ['curve', 'regimes'] as const
export type View = (typeof VIEWS)[number]

/** The name in the address under which the choices before the last change stand, as a query of their own. */
const WAS = 'was'
const LONGEST_WAS = 1_000

/** All that the address of the page says. */
export interface Place {
  path: string
  text: ChoiceText
  defaults: ChoiceText
  /** The choices before the last change; null when there are none to compare with. */
  was: ChoiceText | null
  views: readonly View[]
}

export function placeIn(path: string, params: Params, defaults: ChoiceText): Place {
  const text = choicesIn(params, defaults)
  return { path, text, defaults, was: readWas(params, text, defaults), views: VIEWS.filter((view) => params[view]) }
}

/** The earlier choices, if they can be read and were others. */
function readWas(params: Params, text: ChoiceText, defaults: ChoiceText): ChoiceText | null {
  const query = [params[WAS]].flat()[0]
  if (query === undefined || query.length > LONGEST_WAS) return null
  const was = choicesIn(Object.fromEntries(new URLSearchParams(query)), defaults)
  return sameChoices(was, text) || !readChoices(was).ok ? null : was
}

/** The same page with some choices changed; what stands there now becomes the earlier ones. */
export const withChoices = (place: Place, changes: Partial<ChoiceText>): string =>
  hrefOf({ ...place, text: { ...place.text, ...changes }, was: place.text })

/** The same page with one of the longer answers opened or closed. */
export const withView = (place: Place, view: View, open: boolean): string =>
  hrefOf({ ...place, views: VIEWS.filter((v) => (v === view ? open : place.views.includes(v))) })

/** Back to the earlier choices, or on with these. */
export const withoutWas = (place: Place, text: ChoiceText): string => hrefOf({ ...place, text, was: null })

function hrefOf({ path, text, defaults, was, views }: Place): string {
  const query = queryOf(text, defaults)
  if (was) query.set(WAS, String(queryOf(was, defaults)))
  for (const view of views) query.set(view, '1')
  return query.size === 0 ? path : `${path}?${query}`
}

/** Only what differs from how it was before anyone touched it. */
const queryOf = (text: ChoiceText, defaults: ChoiceText): URLSearchParams =>
  new URLSearchParams(CHOICE_FIELDS.filter((f) => text[f] !== defaults[f]).map((f) => [f, text[f]]))
