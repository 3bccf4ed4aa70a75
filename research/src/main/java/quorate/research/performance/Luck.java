package quorate.research.performance;

import java.util.OptionalDouble;

/// How likely the result is luck, in numbers and in one plain sentence.
///
/// From Bailey and López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15
/// (2012): the probabilistic Sharpe ratio (equation 11) and the minimum track record length
/// (equation 13), both against a true Sharpe ratio of 0 and for a single try.
///
/// @param judgement which of the cases it is
/// @param probabilisticSharpe probability that the true Sharpe ratio is above 0; empty for runs
///   shorter than a month, as is all that follows from it
/// @param minimumReturns returns needed until that probability reaches 95 %; empty when the Sharpe
///   ratio is not above 0
/// @param minimumYears the same in years of trading
/// @param sentence for a person
public record Luck(
    Judgement judgement,
    OptionalDouble probabilisticSharpe,
    OptionalDouble minimumReturns,
    OptionalDouble minimumYears,
    String sentence) {

  /// What can honestly be said.
  public enum Judgement {
    NO_TRADES,
    TOO_FEW_TRADES,
    TOO_SHORT,
    TOO_FEW_RETURNS,
    NO_VARIATION,
    NO_GAIN,
    COULD_BE_LUCK,
    UNLIKELY_LUCK
  }

  /// Below this many trades a mean is dominated by single ones: the usual rule of thumb for the
  /// central limit theorem.
  public static final int ENOUGH_TRADES = 30;

  /// Probability from which luck is called unlikely.
  public static final double CONFIDENCE = 0.95;

  /// Φ⁻¹(0.95).
  private static final double CONFIDENCE_QUANTILE = 1.6448536269514722;

  /// Of a run shorter than a month, of which no Sharpe ratio is told: nothing that follows from one
  /// is told either.
  ///
  /// @param trades closed
  static Luck ofShortRun(int trades) {
    OptionalDouble none = OptionalDouble.empty();
    Judgement judgement = trades < ENOUGH_TRADES ? judgeFew(trades) : Judgement.TOO_SHORT;
    return new Luck(judgement, none, none, none, sentence(judgement, 0, 0, trades, none, none));
  }

  /// @param returns sampled
  /// @param riskFree a period
  /// @param periodsPerYear of the sampling
  /// @param totalReturn of the run
  /// @param trades closed
  static Luck of(
      double[] returns, double riskFree, double periodsPerYear, double totalReturn, int trades) {
    OptionalDouble probability = OptionalDouble.empty();
    OptionalDouble needed = OptionalDouble.empty();
    double[] excess = Moments.minus(returns, riskFree);
    double deviation = returns.length < 2 ? 0 : Moments.deviation(excess);
    if (deviation > 0) {
      double sharpe = Moments.mean(excess) / deviation;
      double spread = spread(sharpe, ReturnFigures.skew(excess), ReturnFigures.kurtosis(excess));
      if (spread > 0) {
        probability =
            OptionalDouble.of(Normal.cumulative(sharpe * Math.sqrt((returns.length - 1) / spread)));
        double z = CONFIDENCE_QUANTILE / sharpe;
        needed = sharpe > 0 ? OptionalDouble.of(1 + spread * z * z) : OptionalDouble.empty();
      }
    }
    OptionalDouble years =
        needed.isPresent()
            ? OptionalDouble.of(needed.getAsDouble() / periodsPerYear)
            : OptionalDouble.empty();
    Judgement judgement = judge(returns.length, totalReturn, trades, probability);
    String sentence = sentence(judgement, returns.length, totalReturn, trades, probability, years);
    return new Luck(judgement, probability, needed, years, sentence);
  }

  /// The variance of the estimated Sharpe ratio times n − 1: 1 − γ₃·SR + (γ₄ − 1)/4·SR².
  private static double spread(double sharpe, double skew, double kurtosis) {
    return 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
  }

  private static Judgement judge(
      int returns, double totalReturn, int trades, OptionalDouble probability) {
    if (trades < ENOUGH_TRADES) {
      return judgeFew(trades);
    }
    if (returns < Sampling.ENOUGH) {
      return Judgement.TOO_FEW_RETURNS;
    }
    if (probability.isEmpty()) {
      return Judgement.NO_VARIATION;
    }
    if (totalReturn <= 0 || probability.getAsDouble() <= 0.5) {
      return Judgement.NO_GAIN;
    }
    return probability.getAsDouble() >= CONFIDENCE
        ? Judgement.UNLIKELY_LUCK
        : Judgement.COULD_BE_LUCK;
  }

  private static Judgement judgeFew(int trades) {
    return trades == 0 ? Judgement.NO_TRADES : Judgement.TOO_FEW_TRADES;
  }

  private static String sentence(
      Judgement judgement,
      int returns,
      double totalReturn,
      int trades,
      OptionalDouble probability,
      OptionalDouble years) {
    return switch (judgement) {
      case NO_TRADES -> "No trade was closed, so there is nothing to judge.";
      case TOO_FEW_TRADES ->
          (trades == 1 ? "1 closed trade is" : trades + " closed trades are")
              + " too few to judge: below "
              + ENOUGH_TRADES
              + ", luck cannot be told from skill.";
      case TOO_SHORT -> "Less than a month is too short to judge: luck cannot be told from skill.";
      case TOO_FEW_RETURNS ->
          returns
              + " returns are too few to judge: below "
              + Sampling.ENOUGH
              + ", luck cannot be told from skill.";
      case NO_VARIATION -> "The returns do not vary, so there is nothing to measure luck by.";
      case NO_GAIN -> noGain(totalReturn, probability.orElse(0.5));
      case COULD_BE_LUCK ->
          "This could well be luck: without any edge, a result at least this good turns up in "
              + share(1 - probability.orElse(0.5))
              + " runs of this length."
              + patience(years);
      case UNLIKELY_LUCK ->
          "This is unlikely to be luck alone: without any edge, a result at least this good turns"
              + " up in "
              + share(1 - probability.orElse(0.5))
              + " runs of this length. That holds for one try; the best of several needs a higher"
              + " bar.";
    };
  }

  private static String noGain(double totalReturn, double probability) {
    if (totalReturn >= 0) {
      return "There is no edge to explain: the gain is no more than money earns without risk.";
    }
    String chance =
        probability <= 1 - CONFIDENCE
            ? "; a loss this steady is unlikely to be bad luck alone."
            : "; whether that is bad luck or a bad rule, a run of this length cannot tell.";
    return "There is no gain to explain: the run lost money after costs" + chance;
  }

  private static String share(double chance) {
    long ofHundred = Math.round(chance * 100);
    return ofHundred < 1 ? "fewer than 1 of 100" : "about " + ofHundred + " of 100";
  }

  private static String patience(OptionalDouble years) {
    if (years.isEmpty()) {
      return "";
    }
    double length = years.getAsDouble();
    String span;
    if (length < 2) {
      span = Math.max(1, Math.round(length * 12)) + " months";
    } else {
      span = length < 100 ? Math.round(length) + " years" : "more than 100 years";
    }
    return " At this pace it would take about " + span + " of trading to tell.";
  }
}
