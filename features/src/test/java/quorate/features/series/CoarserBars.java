package quorate.features.series;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.BarFlags;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;

/// Bars joined to longer ones, and put on a grid of ticks.
public final class CoarserBars {
  private CoarserBars() {}

  /// Every so many bars as one; a rest is left out.
  public static List<BarView> of(List<BarView> finer, int each) {
    List<BarView> coarser = new ArrayList<>();
    for (int from = 0; from + each <= finer.size(); from += each) {
      coarser.add(joined(finer.subList(from, from + each)));
    }
    return coarser;
  }

  private static BarView joined(List<BarView> bars) {
    BarView first = bars.getFirst();
    BarView last = bars.getLast();
    return new MutableBar()
        .times(first.startNs(), last.endNs())
        .prices(
            first.open(),
            bars.stream().mapToDouble(BarView::high).max().orElseThrow(),
            bars.stream().mapToDouble(BarView::low).min().orElseThrow(),
            last.close())
        .volume(bars.stream().mapToDouble(BarView::volume).sum())
        .tick(first.tick())
        .flags(first.afterGap() ? BarFlags.AFTER_GAP : 0);
  }

  /// The bars with their prices rounded to ticks.
  public static List<BarView> onTicks(List<BarView> bars, double tick) {
    List<BarView> gridded = new ArrayList<>();
    for (BarView bar : bars) {
      gridded.add(
          new MutableBar()
              .times(bar.startNs(), bar.endNs())
              .prices(
                  onTick(bar.open(), tick),
                  onTick(bar.high(), tick),
                  onTick(bar.low(), tick),
                  onTick(bar.close(), tick))
              .volume(bar.volume())
              .tick(tick)
              .flags(bar.afterGap() ? BarFlags.AFTER_GAP : 0));
    }
    return gridded;
  }

  private static double onTick(double price, double tick) {
    return Math.rint(price / tick) * tick;
  }
}
