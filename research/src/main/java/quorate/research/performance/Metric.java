package quorate.research.performance;

import quorate.research.performance.MetricDefinition.Unit;

/// Every figure of a report, with its definition.
///
/// Symbols: r are the n sampled returns, f the risk-free return of a period, N periods a year, E
/// the equity, b the benchmark's returns, P the net profit of a closed trade.
public enum Metric {
  TOTAL_RETURN(
      Group.RETURN,
      "Total return",
      "What the account gained or lost over the whole run, after all costs.",
      "E_end / E_start − 1",
      Unit.FRACTION,
      "not annualised",
      "empyrical-reloaded 0.7.1, cum_returns_final"),
  ANNUAL_RETURN(
      Group.RETURN,
      "Annual return",
      "The constant yearly growth that leads to the same total (CAGR); absent for runs shorter than a month.",
      "(E_end / E_start)^(N / n) − 1",
      Unit.FRACTION,
      "compounded to a year of N periods",
      "empyrical-reloaded 0.7.1, annual_return"),
  BEST_MONTH(
      Group.RETURN,
      "Best month",
      "The highest return of a calendar month, partial months included.",
      "max over months of E_month end / E_month start − 1",
      Unit.FRACTION,
      "not annualised",
      "own definition"),
  WORST_MONTH(
      Group.RETURN,
      "Worst month",
      "The lowest return of a calendar month, partial months included.",
      "min over months of E_month end / E_month start − 1",
      Unit.FRACTION,
      "not annualised",
      "own definition"),
  VOLATILITY(
      Group.RISK,
      "Volatility",
      "How much the returns scatter.",
      "√( Σ(r − r̄)² / (n − 1) ) · √N",
      Unit.FRACTION,
      "times √N",
      "empyrical-reloaded 0.7.1, annual_volatility"),
  MAXIMUM_DRAWDOWN(
      Group.RISK,
      "Maximum drawdown",
      "The deepest fall below an earlier peak, over every mark of the equity curve.",
      "max over time of 1 − E / (highest E so far)",
      Unit.FRACTION,
      "not annualised",
      "empyrical-reloaded 0.7.1, max_drawdown (there negative)"),
  SHARPE(
      Group.RISK,
      "Sharpe ratio",
      "Return above the risk-free rate per unit of scatter; absent for runs shorter than a month.",
      "mean(r − f) / √( Σ(r − r̄)² / (n − 1) ) · √N",
      Unit.RATIO,
      "times √N",
      "Sharpe, The Sharpe ratio, Journal of Portfolio Management (1994); empyrical-reloaded 0.7.1, sharpe_ratio"),
  SORTINO(
      Group.RISK,
      "Sortino ratio",
      "Return above the risk-free rate per unit of downward scatter; absent for runs shorter than a month.",
      "mean(r − f) / √( Σ min(0, r − f)² / n ) · √N",
      Unit.RATIO,
      "times √N",
      "Sortino and Price, Journal of Investing (1994); empyrical-reloaded 0.7.1, sortino_ratio"),
  CALMAR(
      Group.RISK,
      "Calmar ratio",
      "Annual return per unit of the deepest drawdown.",
      "annual return / maximum drawdown",
      Unit.RATIO,
      "through the annual return",
      "Young, Futures (1991); empyrical-reloaded 0.7.1, calmar_ratio"),
  VALUE_AT_RISK(
      Group.RISK,
      "Value at risk, 95 %",
      "In the worst 5 % of periods the return was below this.",
      "5 % quantile of r, linear between neighbours",
      Unit.FRACTION,
      "not annualised, per sampled period",
      "empyrical-reloaded 0.7.1, value_at_risk"),
  EXPECTED_SHORTFALL(
      Group.RISK,
      "Expected shortfall, 95 % (CVaR)",
      "The mean return of the worst 5 % of periods.",
      "mean of the ⌊0.05·(n − 1)⌋ + 1 lowest r",
      Unit.FRACTION,
      "not annualised, per sampled period",
      "empyrical-reloaded 0.7.1, conditional_value_at_risk"),
  SKEW(
      Group.RISK,
      "Skew",
      "Whether the extreme returns lean to the loss (below 0) or to the gain (above 0).",
      "m₃ / m₂^1.5, with m_k = Σ(r − r̄)^k / n",
      Unit.RATIO,
      "not annualised",
      "scipy.stats.skew (biased)"),
  KURTOSIS(
      Group.RISK,
      "Kurtosis",
      "How heavy the tails are; 3 for a normal distribution.",
      "m₄ / m₂²",
      Unit.RATIO,
      "not annualised",
      "scipy.stats.kurtosis (fisher=False, biased)"),
  PROBABILISTIC_SHARPE(
      Group.LUCK,
      "Probabilistic Sharpe ratio",
      "The probability that the true Sharpe ratio is above 0, given the length, skew and tails of this record, for one try; absent for runs shorter than a month.",
      "Φ( SR·√(n − 1) / √(1 − γ₃·SR + (γ₄ − 1)/4·SR²) ), SR a period, γ₃ skew, γ₄ kurtosis",
      Unit.FRACTION,
      "not annualised",
      "Bailey and López de Prado, The Sharpe ratio efficient frontier, Journal of Risk 15 (2012), equation 11"),
  MINIMUM_RETURNS(
      Group.LUCK,
      "Minimum track record, returns",
      "How many returns it takes until the probabilistic Sharpe ratio reaches 95 % at this pace; absent when the Sharpe ratio is absent or not above 0.",
      "1 + (1 − γ₃·SR + (γ₄ − 1)/4·SR²)·(1.645 / SR)²",
      Unit.COUNT,
      "not annualised",
      "Bailey and López de Prado (2012), equation 13"),
  MINIMUM_YEARS(
      Group.LUCK,
      "Minimum track record, time",
      "The same in years of trading.",
      "minimum track record in returns / N",
      Unit.YEARS,
      "divided by N",
      "Bailey and López de Prado (2012), equation 13"),
  TRADES(
      Group.TRADES,
      "Closed trades",
      "From the fill that opens a position to the one that brings it back to zero or through it; what is open at the end is not counted.",
      "number of round trips",
      Unit.COUNT,
      "not annualised",
      "own definition"),
  WIN_RATE(
      Group.TRADES,
      "Win rate",
      "The share of closed trades that earned money after commission.",
      "count(P > 0) / count(P)",
      Unit.FRACTION,
      "not annualised",
      "usual convention"),
  PROFIT_FACTOR(
      Group.TRADES,
      "Profit factor",
      "What the winners earned for each unit that the losers lost.",
      "Σ P over P > 0 / −Σ P over P < 0",
      Unit.RATIO,
      "not annualised",
      "usual convention"),
  EXPECTANCY(
      Group.TRADES,
      "Expectancy",
      "What a trade earned on average.",
      "mean of P",
      Unit.MONEY,
      "not annualised",
      "usual convention"),
  EXPECTANCY_R(
      Group.TRADES,
      "Expectancy in R",
      "What a trade earned on average for each unit that its stop put at risk; over the trades that were entered with a stop, a dash when none was.",
      "mean of P / ρ, ρ = Σ over entry fills of |price − stop| · quantity · multiplier",
      Unit.MULTIPLE_OF_RISK,
      "not annualised",
      "Tharp, Trade Your Way to Financial Freedom (1998): R is the initial risk, expectancy the mean R-multiple"),
  AVERAGE_WIN(
      Group.TRADES,
      "Average win",
      "What a winning trade earned on average.",
      "mean of P over P > 0",
      Unit.MONEY,
      "not annualised",
      "usual convention"),
  AVERAGE_LOSS(
      Group.TRADES,
      "Average loss",
      "What a losing trade lost on average.",
      "mean of P over P < 0",
      Unit.MONEY,
      "not annualised",
      "usual convention"),
  AVERAGE_HOLDING(
      Group.TRADES,
      "Average holding time",
      "How long a closed trade ran, from its first fill to its last.",
      "mean of time closed − time opened",
      Unit.SECONDS,
      "not annualised",
      "usual convention"),
  TIME_IN_MARKET(
      Group.EXPOSURE,
      "Time in market",
      "The share of the run with a position, closed hours included, as seen at the marks: up to a council bar late.",
      "time with exposure > 0 / whole time",
      Unit.FRACTION,
      "not annualised",
      "own definition"),
  AVERAGE_EXPOSURE(
      Group.EXPOSURE,
      "Average exposure",
      "How large the positions were beside the account at each mark, until the next; above 100 % is leverage.",
      "mean over time of gross notional / E",
      Unit.FRACTION,
      "not annualised",
      "own definition"),
  TURNOVER(
      Group.EXPOSURE,
      "Turnover",
      "How often a year the account was traded over; a purchase and its sale count twice.",
      "Σ notional of fills / mean E / years",
      Unit.RATIO,
      "divided by the years of trading",
      "own definition"),
  TOTAL_COSTS(
      Group.COSTS,
      "Total costs",
      "What trading cost; the returns have it deducted already.",
      "commission + spread + slippage",
      Unit.MONEY,
      "not annualised",
      "own definition"),
  COSTS_OF_CAPITAL(
      Group.COSTS,
      "Costs of starting capital",
      "The total costs beside the money the run started with.",
      "total costs / E_start",
      Unit.FRACTION,
      "not annualised",
      "own definition"),
  COMMISSION(
      Group.COSTS,
      "Commission",
      "Charged by the broker and the venue on top of the price.",
      "Σ commission of fills",
      Unit.MONEY,
      "not annualised",
      "own definition"),
  SPREAD(
      Group.COSTS,
      "Spread",
      "Half the spread at each fill, paid in the price.",
      "Σ spread of fills",
      Unit.MONEY,
      "not annualised",
      "own definition"),
  SLIPPAGE(
      Group.COSTS,
      "Slippage",
      "The move against us at each fill, paid in the price.",
      "Σ slippage of fills",
      Unit.MONEY,
      "not annualised",
      "own definition"),
  BENCHMARK_RETURN(
      Group.BENCHMARK,
      "Benchmark: total return",
      "What the benchmark gained or lost over the same time, without costs.",
      "B_end / B_start − 1",
      Unit.FRACTION,
      "not annualised",
      "empyrical-reloaded 0.7.1, cum_returns_final"),
  BENCHMARK_ANNUAL_RETURN(
      Group.BENCHMARK,
      "Benchmark: annual return",
      "The annual return of the benchmark.",
      "(B_end / B_start)^(N / n) − 1",
      Unit.FRACTION,
      "compounded to a year of N periods",
      "empyrical-reloaded 0.7.1, annual_return"),
  BENCHMARK_VOLATILITY(
      Group.BENCHMARK,
      "Benchmark: volatility",
      "The volatility of the benchmark.",
      "√( Σ(b − b̄)² / (n − 1) ) · √N",
      Unit.FRACTION,
      "times √N",
      "empyrical-reloaded 0.7.1, annual_volatility"),
  BENCHMARK_SHARPE(
      Group.BENCHMARK,
      "Benchmark: Sharpe ratio",
      "The Sharpe ratio of the benchmark; absent for runs shorter than a month.",
      "mean(b − f) / √( Σ(b − b̄)² / (n − 1) ) · √N",
      Unit.RATIO,
      "times √N",
      "empyrical-reloaded 0.7.1, sharpe_ratio"),
  BENCHMARK_DRAWDOWN(
      Group.BENCHMARK,
      "Benchmark: maximum drawdown",
      "The deepest fall of the benchmark below an earlier peak.",
      "max over time of 1 − B / (highest B so far)",
      Unit.FRACTION,
      "not annualised",
      "empyrical-reloaded 0.7.1, max_drawdown (there negative)"),
  ALPHA(
      Group.BENCHMARK,
      "Alpha",
      "The return that the benchmark does not explain.",
      "(1 + mean(r − f) − β·mean(b − f))^N − 1",
      Unit.FRACTION,
      "compounded to a year of N periods",
      "Jensen, Journal of Finance (1968); empyrical-reloaded 0.7.1, alpha"),
  BETA(
      Group.BENCHMARK,
      "Beta",
      "How far the run moved when the benchmark moved by 1.",
      "Σ(r − r̄)(b − b̄) / Σ(b − b̄)²",
      Unit.RATIO,
      "not annualised",
      "empyrical-reloaded 0.7.1, beta"),
  CORRELATION(
      Group.BENCHMARK,
      "Correlation",
      "How much the run moved together with the benchmark, −1 to 1.",
      "Σ(r − r̄)(b − b̄) / √( Σ(r − r̄)² · Σ(b − b̄)² )",
      Unit.RATIO,
      "not annualised",
      "Pearson"),
  TRACKING_ERROR(
      Group.BENCHMARK,
      "Tracking error",
      "How much the difference to the benchmark scatters.",
      "deviation of r − b (with n − 1) · √N",
      Unit.FRACTION,
      "times √N",
      "usual convention"),
  INFORMATION_RATIO(
      Group.BENCHMARK,
      "Information ratio",
      "Return above the benchmark per unit of tracking error.",
      "mean(r − b) / deviation of r − b · √N",
      Unit.RATIO,
      "times √N",
      "empyrical-reloaded 0.7.1, excess_sharpe, times √N");

  /// What a figure tells about.
  public enum Group {
    RETURN("Return"),
    RISK("Risk"),
    LUCK("Luck or skill"),
    TRADES("Trades"),
    EXPOSURE("Exposure"),
    COSTS("Costs"),
    BENCHMARK("Beside the benchmark");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final Group group;
  private final String title;
  private final String meaning;
  private final String formula;
  private final Unit unit;
  private final String annualisation;
  private final String source;

  Metric(
      Group group,
      String title,
      String meaning,
      String formula,
      Unit unit,
      String annualisation,
      String source) {
    this.group = group;
    this.title = title;
    this.meaning = meaning;
    this.formula = formula;
    this.unit = unit;
    this.annualisation = annualisation;
    this.source = source;
  }

  public Group group() {
    return group;
  }

  public MetricDefinition definition() {
    return new MetricDefinition(title, meaning, formula, unit, annualisation, source);
  }
}
