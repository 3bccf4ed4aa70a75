package quorate.research.report;

import quorate.domain.Order;

/// An order of a run and what became of it.
///
/// @param order as risk saw it
/// @param outcome the last that happened to it: filled, cancelled, expired, rejected, refused or
///   open
/// @param filled scaled quantity
/// @param reason of a refusal, rejection or cancellation; empty otherwise
public record OrderOutcome(Order order, Outcome outcome, long filled, String reason) {
  /// How an order ended.
  public enum Outcome {
    FILLED("filled"),
    CANCELLED("cancelled"),
    EXPIRED("expired"),
    REJECTED("rejected"),
    REFUSED("refused"),
    OPEN("open");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
