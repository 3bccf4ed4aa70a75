package quorate.features.correlation;

import java.util.Arrays;
import java.util.List;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// [CorrelationBreak] between the last window of days and the one before it, day by day. One
/// thread; its state saves and loads exactly.
///
/// An update copies a row and allocates nothing. The comparison is made when asked for:
/// permutations · window · n²/2 multiply-adds. Windows of neighbouring days share nearly all their
/// days, so a break shows for many days on end, and who asks every day sees false alarms in
/// clusters; asking once a window keeps them at the level.
public final class RollingBreak implements Stateful {
  private final DayRing ring;
  private final BreakSettings settings;

  /// @param assets a name for each column, at least 2
  public RollingBreak(List<String> assets, BreakSettings settings) {
    this.ring = new DayRing(assets, 2 * settings.window());
    this.settings = settings;
  }

  /// Takes a day in.
  ///
  /// @param returns one per asset, finite; copied
  /// @throws IllegalArgumentException naming the asset, the day and the value; nothing is taken in
  public void update(double[] returns) {
    ring.push(returns);
  }

  /// After two windows.
  public boolean ready() {
    return ring.full();
  }

  /// The comparison as of the last day; the same for the same days, whenever and how often asked.
  ///
  /// @throws IllegalStateException before it is [#ready]
  /// @throws IllegalArgumentException naming an asset that did not move within a window
  public CorrelationBreak compare() {
    double[][] days = ring.oldestFirst();
    int window = settings.window();
    return CorrelationBreak.between(
        ring.assets(),
        Arrays.copyOf(days, window),
        Arrays.copyOfRange(days, window, 2 * window),
        settings,
        ring.days());
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark(settings.toString());
    ring.state(codec);
  }
}
