package quorate.features.observation;

import java.util.List;
import quorate.domain.Scaling;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.indicator.structure.MicrostructureDynamics;

/// The three matrices that the agents of `es-futures` see, oldest row first.
///
/// Source: definitions, *Observations*.
public final class EsFuturesViews {
  /// Values are cut off here.
  public static final double LIMIT = 5;

  /// Rows after which one counts half where regime columns are standardised without a model.
  public static final double HALF_LIFE = 500;

  private static final List<String> STRUCTURE =
      List.of(
          "mlmi.centred",
          "mlmi.signal",
          "nadaraya_watson.distance",
          "nadaraya_watson.slope",
          "low_volume_node.distance",
          "distance(low_volume_node.strength, 0, 100)",
          "day_sine",
          "day_cosine");

  private static final List<String> TACTICAL =
      List.of(
          "fair_value_gap.bullish",
          "fair_value_gap.bearish",
          "fair_value_gap.distance",
          "fair_value_gap.age_decay",
          "fair_value_gap.mitigation",
          "distance(close, lag(close, 5), atr(14))",
          "distance(log1p(volume), log1p(sma(volume, 20)), 1)");

  private static final List<String> REGIME =
      MicrostructureDynamics.OUTPUTS.stream()
          .map(output -> "microstructure_dynamics." + output)
          .toList();

  private EsFuturesViews() {}

  /// 48 × 8: where prices stand in the market's structure, and the time of day.
  ///
  /// @param timeframe 30 minutes in the playbook
  public static View structure(Timeframe timeframe) {
    return new View(timeframe, 48, STRUCTURE, new Scaling.Clipped(LIMIT));
  }

  /// 60 × 7: fair value gaps, momentum and volume.
  ///
  /// @param timeframe 5 minutes in the playbook
  public static View tactical(Timeframe timeframe) {
    return new View(timeframe, 60, TACTICAL, new Scaling.Clipped(LIMIT));
  }

  /// 100 × 20: the market's microstructure, standardised by the rows before, for use without a
  /// model.
  ///
  /// @param timeframe 30 minutes in the playbook
  public static View regime(Timeframe timeframe) {
    return regime(timeframe, new Scaling.Running(HALF_LIFE, LIMIT));
  }

  /// 100 × 20, standardised as the model was trained.
  ///
  /// @param scaling of the model's training fold
  public static View regime(Timeframe timeframe, Scaling scaling) {
    return new View(timeframe, 100, REGIME, scaling);
  }
}
