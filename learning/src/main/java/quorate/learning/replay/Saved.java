package quorate.learning.replay;

import quorate.learning.state.StateException;

/// Checks of numbers that a saved state gives.
final class Saved {
  private Saved() {}

  static void same(String what, int here, int saved) {
    if (here != saved) {
      throw new StateException(
          "%s must be that of the saved state, %d, but was %d".formatted(what, saved, here));
    }
  }

  static int within(String what, int most, int saved) {
    if (saved < 0 || saved > most) {
      throw new StateException("%s must be from 0 to %d, but was %d".formatted(what, most, saved));
    }
    return saved;
  }
}
