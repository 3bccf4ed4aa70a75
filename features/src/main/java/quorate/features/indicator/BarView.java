package quorate.features.indicator;

/// A bar as indicators see it: prices and volume as `double`s, which may be adjusted and cannot be
/// traded. A view may be reused for the next bar, so an indicator keeps numbers, never the view.
public interface BarView {
  /// UTC nanoseconds, inclusive.
  long startNs();

  /// UTC nanoseconds, exclusive; the bar is known from here on.
  long endNs();

  double open();

  double high();

  double low();

  double close();

  /// 0 or more.
  double volume();

  /// Smallest step of the instrument's prices, in price units; 0 where there is none.
  double tick();

  /// First bar after missing sessions: its true range is high − low and its return 0.
  boolean afterGap();

  /// First bar of a session: what is anchored to sessions starts anew with it.
  boolean opensSession();
}
