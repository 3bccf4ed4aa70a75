package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;

/// The kinds of moving average among which an indicator lets choose, in the order of TA-Lib's
/// MAType: the parameter `kind` is the place in it, 0 SMA to 8 T3.
///
/// Whatever the kind, an average of 1 value is the value itself.
public enum AverageKind {
  SMA,
  EMA,
  WMA,
  DEMA,
  TEMA,
  TRIMA,
  KAMA,
  /// Has no window: its shares are 0.5 and 0.05.
  MAMA,
  /// Its factor is 0.7.
  T3;

  private static final AverageKind[] KINDS = values();

  /// A new average whose first output is meant.
  ///
  /// @param window the n of its formula, at least 1
  public ValueIndicator of(int window) {
    if (Windows.check(window, 1, "moving_average") == 1) {
      return new Sma(1);
    }
    return switch (this) {
      case SMA -> new Sma(window);
      case EMA -> new Ema(window);
      case WMA -> new Wma(window);
      case DEMA -> new Dema(window);
      case TEMA -> new Tema(window);
      case TRIMA -> new Trima(window);
      case KAMA -> new Kama(window);
      case MAMA -> new Mama(0.5, 0.05);
      case T3 -> new T3(window, 0.7);
    };
  }

  /// A new average whose first output is meant.
  ///
  /// @param kind place among the kinds, 0 to 8
  /// @param window the n of its formula, at least 1
  public static ValueIndicator of(int kind, int window) {
    return numbered(kind).of(window);
  }

  /// The kind at a place among them.
  ///
  /// @param kind 0 to 8
  public static AverageKind numbered(int kind) {
    if (kind < 0 || kind >= KINDS.length) {
      throw new IllegalArgumentException(
          "kind must be from 0 to %d, but was %d (feature \"moving_average\")"
              .formatted(KINDS.length - 1, kind));
    }
    return KINDS[kind];
  }
}
