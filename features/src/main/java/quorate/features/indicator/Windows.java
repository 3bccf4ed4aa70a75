package quorate.features.indicator;

/// The rule that every window of an indicator obeys.
public final class Windows {
  /// The longest window, as in TA-Lib.
  public static final int MAX = 100_000;

  private Windows() {}

  /// @param indicator whose window it is, for the message
  /// @return the window
  /// @throws IllegalArgumentException when it is shorter than `least` or longer than [#MAX]
  public static int check(int window, int least, String indicator) {
    if (window < least) {
      throw new IllegalArgumentException(
          "window must be at least %d %s, but was %d (feature \"%s\")"
              .formatted(least, least == 1 ? "bar" : "bars", window, indicator));
    }
    if (window > MAX) {
      throw new IllegalArgumentException(
          "window must be at most %d bars, but was %d (feature \"%s\")"
              .formatted(MAX, window, indicator));
    }
    return window;
  }

  /// @param indicator whose windows they are, for the message
  /// @throws IllegalArgumentException when the slow window is not the longer one, or either breaks
  ///   the rule of [#check]
  public static void checkOrder(int fast, int slow, String indicator) {
    check(fast, 1, indicator);
    check(slow, 2, indicator);
    if (slow <= fast) {
      throw new IllegalArgumentException(
          "slow must be longer than fast, %d bars, but was %d (feature \"%s\")"
              .formatted(fast, slow, indicator));
    }
  }
}
