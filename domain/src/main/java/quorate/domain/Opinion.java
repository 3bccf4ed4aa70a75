package quorate.domain;

/// What one member of the council says about one instrument at one moment.
public sealed interface Opinion {

  /// A view on the coming move.
  ///
  /// @param direction −1 (short) to 1 (long); 0 says to be flat
  /// @param confidence 0 (a guess) to 1 (certain)
  /// @param horizonNs how long the view is meant to hold, nanoseconds, positive
  /// @param rationale why, for a person
  record Stance(double direction, double confidence, long horizonNs, Rationale rationale)
      implements Opinion {
    public Stance {
      if (!(direction >= -1 && direction <= 1)) {
        throw new IllegalArgumentException("direction must be from -1 to 1, but was " + direction);
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence must be from 0 to 1, but was " + confidence);
      }
      if (horizonNs <= 0) {
        throw new IllegalArgumentException(
            "horizon must be positive, but was " + horizonNs + " ns");
      }
    }
  }

  /// No view: the member is unsure, not ready, late or failed. It is not counted.
  ///
  /// @param rationale why, for a person
  record Abstention(Rationale rationale) implements Opinion {}

  Rationale rationale();

  static Opinion of(double direction, double confidence, long horizonNs, Rationale rationale) {
    return new Stance(direction, confidence, horizonNs, rationale);
  }

  static Opinion abstain(String why, double... numbers) {
    return new Abstention(Rationale.of(why, numbers));
  }
}
