package quorate.features.indicator.pattern;

/// The colours that the candles of a pattern must have.
///
/// @param admitted one bit for each of the 32 colourings of five candles, at the place whose bits
///   are 1 for white candles, the newest candle's lowest
record Colours(int admitted) {
  /// Whatever the colours.
  static final Colours ANY = new Colours(-1);

  /// Any of some forms, each written from the oldest to the newest candle: W white, B black, ? one
  /// or the other.
  static Colours colours(String... forms) {
    int admitted = 0;
    for (int colouring = 0; colouring < 32; colouring++) {
      for (String form : forms) {
        admitted |= matches(form, colouring) ? 1 << colouring : 0;
      }
    }
    return new Colours(admitted);
  }

  private static boolean matches(String form, int colouring) {
    for (int age = 0; age < form.length(); age++) {
      char wanted = form.charAt(form.length() - 1 - age);
      boolean white = (colouring >> age & 1) != 0;
      if (wanted != '?' && (wanted == 'W') != white) {
        return false;
      }
    }
    return true;
  }
}
