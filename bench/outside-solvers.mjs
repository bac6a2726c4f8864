/**
 * Other people's solvers behind one call. None of them is used by the product.
 * @typedef {import('./model').Model} Model
 * @typedef {{ gap: number; seconds: number; careful?: boolean }} Options absolute gap in money, the time to stop at, and whether to try it another way
 * @typedef {{ status: 'solved' | 'infeasible' | 'stopped' | 'failed'; values: number[] | null; bound: number | null; ms: number; why?: string }} Outcome
 */

/** @typedef {{ weights: number[]; prices: number[]; money: number }} Shares what `portfolio-allocation` is asked */

/** @type {any} */
let highs = null

/** @param {string} solver @param {any} question a Model, or Shares @param {Options} options @returns {Promise<Outcome>} */
export async function solveWith(solver, question, options) {
  /** @type {Model} */
  const model = question
  if (solver === 'portfolio-allocation') return withPortfolioAllocation(question)
  if (solver === 'highs') return withHighs(model, options)
  if (solver === 'yalps') return withYalps(model, options)
  if (solver === 'javascript-lp-solver') return withLpSolver(model, options)
  throw new Error(`No solver ${solver}`)
}

/** @param {Model} model @param {Options} options @returns {Promise<Outcome>} */
async function withHighs(model, { gap, seconds, careful }) {
  highs ??= await (await import('highs')).default()
  const { starts, indices, values } = packed(model)
  const [numCols, numRows] = [model.cost.length, model.rows.length]
  const from = performance.now()
  const solving = highs.createModel({
    numCols,
    numRows,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rows.map((row) => row.lower),
    rowUpper: model.rows.map((row) => row.upper),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: model.integer.map((whole) => (whole ? 1 : 0)),
  })
  try {
    solving.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: gap,
      time_limit: seconds,
      ...(careful && { presolve: 'off', mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 }),
    })
    solving.run()
    const ms = performance.now() - from
    const status = solving.getModelStatus()
    if (status === 8 || status === 9) return { status: 'infeasible', values: null, bound: null, ms }
    const colValue = solving.getSolution()?.colValue
    const found =
      colValue?.length === numCols && Number.isFinite(solving.getObjectiveValue()) ? Array.from(colValue) : null
    const bound = Number(solving.info.get('mip_dual_bound'))
    return {
      status: status === 7 ? 'solved' : 'stopped',
      values: found,
      bound: Number.isFinite(bound) ? bound : null,
      ms,
    }
  } finally {
    solving.dispose()
  }
}

/** @param {Model} model */
function packed(model) {
  const starts = [0]
  for (const row of model.rows) starts.push((starts.at(-1) ?? 0) + row.columns.length)
  return { starts, indices: model.rows.flatMap((row) => row.columns), values: model.rows.flatMap((row) => row.values) }
}

/** @param {Model} model @param {Options} options @returns {Promise<Outcome>} */
async function withYalps(model, { gap, seconds }) {
  const { solve } = await import('yalps')
  const { variables, constraints, integers } = asObjects(model)
  const from = performance.now()
  const solution = solve(
    { direction: 'minimize', objective: 'cost', constraints, variables, integers },
    {
      timeout: seconds * 1000,
      maxIterations: Number.MAX_SAFE_INTEGER,
      maxPivots: 1_000_000,
      tolerance: gap > 0 ? 1e-9 : 0,
    },
  )
  const ms = performance.now() - from
  if (solution.status === 'infeasible') return { status: 'infeasible', values: null, bound: null, ms }
  const values = filled(model, solution.variables)
  if (solution.status === 'optimal') return { status: 'solved', values, bound: solution.result, ms }
  return {
    status: 'stopped',
    values: Number.isFinite(solution.result) ? values : null,
    bound: null,
    ms,
    why: solution.status,
  }
}

/** @param {Model} model @param {Options} options @returns {Promise<Outcome>} */
async function withLpSolver(model, { seconds }) {
  const { default: solver } = await import('javascript-lp-solver')
  const { variables, constraints, integers } = asObjects(model)
  const from = performance.now()
  /** @type {any} */
  const solution = solver.Solve({
    optimize: 'cost',
    opType: 'min',
    constraints,
    variables,
    ints: Object.fromEntries([...integers].map((name) => [name, 1])),
    timeout: seconds * 1000,
  })
  const ms = performance.now() - from
  if (!solution.feasible) return { status: 'infeasible', values: null, bound: null, ms }
  const values = filled(model, Object.entries(solution))
  // It does not say that it stopped early.
  return { status: ms < seconds * 1000 ? 'solved' : 'stopped', values, bound: null, ms }
}

/** Whole shares near the weights; its search has a length and no time limit. @param {Shares} question @returns {Promise<Outcome>} */
async function withPortfolioAllocation({ weights, prices, money }) {
  // @ts-expect-error: it comes without types
  const { default: allocation } = await import('portfolio-allocation')
  const from = performance.now()
  const [shares] = allocation.postOptimizationWeights(weights, { portfolioValue: money, assetsPrices: prices })
  return { status: 'stopped', values: Array.from(shares), bound: null, ms: performance.now() - from }
}

/** @param {Model} model @param {Iterable<[string, unknown]>} pairs */
function filled(model, pairs) {
  const values = model.cost.map(() => 0)
  for (const [name, value] of pairs) if (/^x\d+$/.test(name)) values[Number(name.slice(1))] = Number(value)
  return values
}

/** Columns and rows by name, and upper bounds as rows: the way the two written in JavaScript want them. @param {Model} model */
function asObjects(model) {
  /** @type {Record<string, Record<string, number>>} */
  const variables = Object.fromEntries(model.cost.map((cost, c) => [`x${c}`, { cost }]))
  /** @type {Record<string, { min?: number; max?: number; equal?: number }>} */
  const constraints = {}
  for (const [r, row] of model.rows.entries()) {
    constraints[`r${r}`] =
      row.lower === row.upper
        ? { equal: row.lower }
        : {
            ...(Number.isFinite(row.lower) && { min: row.lower }),
            ...(Number.isFinite(row.upper) && { max: row.upper }),
          }
    row.columns.forEach((c, k) => {
      const variable = variables[`x${c}`]
      if (variable) variable[`r${r}`] = row.values[k] ?? 0
    })
  }
  model.upper.forEach((upper, c) => {
    const variable = variables[`x${c}`]
    if (!variable || !Number.isFinite(upper)) return
    variable[`u${c}`] = 1
    constraints[`u${c}`] = { max: upper }
  })
  const integers = new Set(model.integer.flatMap((whole, c) => (whole ? [`x${c}`] : [])))
  return { variables, constraints, integers }
}
