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
  record Abstention(Rationale rationale) implements Opinion {
    private static final String WARMING_UP = "warming up";
    private static final String FAILED = "failed: ";

    /// What an abstention comes from.
    public enum Cause {
      /// It looked and has none, or the one it had is out of date.
      NO_VIEW,
      /// What it looks at is not known yet.
      WARMING_UP,
      /// It threw, or gave back what is no opinion.
      FAILED
    }

    /// An abstention of a member that cannot look yet.
    public static Abstention warmingUp() {
      return new Abstention(Rationale.of(WARMING_UP));
    }

    /// An abstention of a member that broke.
    ///
    /// @param why for a person, as it is: `%` means nothing
    public static Abstention failed(String why) {
      return new Abstention(Rationale.of(FAILED + why.replace("%", "%%")));
    }

    /// Read from how the rationale begins, which is all that a recording keeps of it; formats
    /// nothing.
    public Cause cause() {
      if (rationale.begins(FAILED)) {
        return Cause.FAILED;
      }
      return rationale.begins(WARMING_UP) ? Cause.WARMING_UP : Cause.NO_VIEW;
    }

    /// The rationale without the word that only names its cause.
    public String reason() {
      String text = rationale.text();
      return cause() == Cause.FAILED ? text.substring(FAILED.length()) : text;
    }
  }

  Rationale rationale();

  static Opinion of(double direction, double confidence, long horizonNs, Rationale rationale) {
    return new Stance(direction, confidence, horizonNs, rationale);
  }

  static Opinion abstain(String why, double... numbers) {
    return new Abstention(Rationale.of(why, numbers));
  }
}
