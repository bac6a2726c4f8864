const DEEPEST = 64
const MOST_ARGUMENTS = 8
/** How a value that JSON has no word for is written: an escaped dollar, undefined, a bigint, a date, the odd numbers. */
const LITERAL = /^\$(?:\$|undefined$|n-?\d{1,100}$|D[+-]?\d|NaN$|-?Infinity$|-0$)/
/** A form among the arguments: only where the body is one. */
const FORM = /^\$K[\da-f]+$/
/** The same object named again, by the path to where it stands. */
const REPEATED = /^\$0(:[^:]+)+$/

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** True when the path leads to something that is there, over what was sent alone and nothing inherited. */
function leadsSomewhere(path: string, whole: unknown): boolean {
  let at = whole
  for (const step of path.split(':').slice(1)) {
    if (!isObject(at) || !Object.hasOwn(at, step)) return false
    at = at[step]
  }
  return isObject(at)
}

function isPlainText(text: string, whole: unknown, inForm: boolean): boolean {
  if (!text.startsWith('$') || LITERAL.test(text)) return true
  if (inForm && FORM.test(text)) return true
  return REPEATED.test(text) && leadsSomewhere(text, whole)
}

function isPlain(whole: unknown, inForm: boolean): boolean {
  const waiting = [{ value: whole, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string' && !isPlainText(value, whole, inForm)) return false
    if (!isObject(value)) continue
    if (depth === DEEPEST || Object.hasOwn(value, '__proto__')) return false
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
  return true
}

/**
 * True when the text is a list of arguments as a browser writes them for a server action: JSON, of its extensions only plain values.
 * The framework's decoder also knows promises, modules and streams; no page of ours sends one, and none reaches it.
 */
export function isActionText(text: string, inForm = false): boolean {
  try {
    const whole: unknown = JSON.parse(text)
    return Array.isArray(whole) && whole.length <= MOST_ARGUMENTS && isPlain(whole, inForm)
  } catch {
    return false
  }
}

const MOST_FIELDS = 100

/** The same for a form: its numbered parts are such texts, and what else the framework reads names a plain action. */
export function isActionForm(fields: readonly (readonly [name: string, value: unknown])[]): boolean {
  if (fields.length === 0 || fields.length > MOST_FIELDS) return false
  return fields.every(([name, value]) => {
    if (typeof value !== 'string') return false
    if (/^\d+$/.test(name)) return isActionText(value, true)
    return !name.startsWith('$') || /^\$ACTION_ID_[\da-f]{40,64}$/.test(name)
  })
}
