package quorate.research.performance;

import java.util.OptionalDouble;

/// The ways out that a closed trade was entered with, and which of them it took.
///
/// @param stopPrice of the order that takes the loss
/// @param targetPrice of the order that takes the profit
/// @param risk what the stop would have cost from where the trade was entered, before costs, in the
///   base currency, positive; empty when it was entered beyond its stop, so that none was left
/// @param exit what ended it
public record TradeBracket(double stopPrice, double targetPrice, OptionalDouble risk, Exit exit) {

  /// What ended a trade; where several orders did, the last of them.
  public enum Exit {
    STOP("stop"),
    TARGET("target"),
    /// The council turned, went flat or was no longer quorate.
    COUNCIL("council");

    private final String word;

    Exit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public TradeBracket {
    if (risk.isPresent() && !(risk.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "risk must be positive when known, but was " + risk.getAsDouble());
    }
  }
}
