package quorate.market.tape;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.domain.Bar;
import quorate.domain.Currency;
import quorate.domain.Decision;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry;
import quorate.domain.MemberOpinion;
import quorate.domain.Money;
import quorate.domain.Opinion;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Rationale;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.domain.TimeInForce;
import quorate.domain.Timeframe;
import quorate.domain.Verdict;

/// Journal entries of every kind with random content, for the tests of the tape.
final class JournalExamples {
  static final Instruments ES =
      Instruments.of(
          new Instrument(
              "ESH0",
              "XCME",
              "equity-index",
              InstrumentKind.FUTURE,
              25,
              1,
              BigDecimal.valueOf(50),
              Currency.USD,
              2,
              0,
              "CME_EQUITY_INDEX"));

  static final int KINDS = 14;

  private JournalExamples() {}

  static JournalEntry any(RandomGenerator chance) {
    return ofKind(chance.nextInt(KINDS), chance);
  }

  static JournalEntry ofKind(int kind, RandomGenerator chance) {
    long timeNs = chance.nextLong();
    return switch (kind) {
      case 0 ->
          new JournalEntry.InputReferenced(
              timeNs, text(chance), text(chance), chance.nextLong(), chance.nextLong(), 3);
      case 1 -> new JournalEntry.DecisionTaken(timeNs, decision(chance));
      case 2 -> new JournalEntry.OrderApproved(timeNs, order(chance));
      case 3 -> new JournalEntry.OrderRefused(timeNs, order(chance), text(chance), text(chance));
      case 4 -> new JournalEntry.OrderAccepted(timeNs, chance.nextLong());
      case 5 -> new JournalEntry.OrderFilled(timeNs, fill(chance));
      case 6 -> new JournalEntry.OrderCancelled(timeNs, chance.nextLong(), text(chance));
      case 7 -> new JournalEntry.OrderExpired(timeNs, chance.nextLong());
      case 8 -> new JournalEntry.OrderRejected(timeNs, chance.nextLong(), text(chance));
      case 9 -> new JournalEntry.TradeClosed(timeNs, trade(chance));
      case 11 ->
          new JournalEntry.BarClosed(
              timeNs,
              new Bar(
                  chance.nextInt(),
                  Timeframe.parse(chance.nextBoolean() ? "5m" : "1000v"),
                  3,
                  7,
                  200,
                  250 + chance.nextLong(99),
                  100,
                  150,
                  chance.nextLong(Long.MAX_VALUE),
                  chance.nextInt(),
                  chance.nextInt()));
      case 10 -> new JournalEntry.EquityMarked(timeNs, money(chance), money(chance));
      case 12 ->
          new JournalEntry.RateMarked(
              timeNs,
              Money.ofUnits(1 + chance.nextLong(Long.MAX_VALUE), Currency.EUR),
              Money.ofUnits(1 + chance.nextLong(Long.MAX_VALUE), Currency.USD));
      default -> new JournalEntry.RunFinished(timeNs, chance.nextLong(), money(chance));
    };
  }

  private static Decision decision(RandomGenerator chance) {
    return new Decision(
        chance.nextInt(),
        chance.nextLong(),
        any(Verdict.values(), chance),
        chance.nextDouble(),
        chance.nextDouble(),
        chance.nextDouble(),
        List.of(
            new MemberOpinion(
                text(chance),
                1 + chance.nextDouble(),
                Opinion.of(
                    chance.nextDouble(),
                    chance.nextDouble(),
                    1 + chance.nextLong(1_000_000),
                    Rationale.of("100 %% sure at %.2f", chance.nextDouble()))),
            new MemberOpinion(
                text(chance), 0.5, Opinion.abstain("seen %.0f bars only", chance.nextInt(9)))));
  }

  private static Order order(RandomGenerator chance) {
    OrderTerms terms =
        switch (chance.nextInt(3)) {
          case 0 -> OrderTerms.MARKET;
          case 1 -> new OrderTerms.Limit(chance.nextLong());
          default -> new OrderTerms.Stop(chance.nextLong());
        };
    return new Order(
        1 + chance.nextLong(Long.MAX_VALUE - 1),
        chance.nextInt(),
        any(Side.values(), chance),
        terms,
        1 + chance.nextLong(1_000_000),
        any(TimeInForce.values(), chance),
        chance.nextLong(Long.MAX_VALUE),
        0,
        any(Purpose.values(), chance),
        chance.nextLong());
  }

  private static Fill fill(RandomGenerator chance) {
    return new Fill(
        chance.nextLong(),
        chance.nextInt(),
        chance.nextLong(),
        any(Side.values(), chance),
        chance.nextLong(),
        1 + chance.nextLong(1_000_000),
        money(chance),
        money(chance),
        money(chance));
  }

  private static RoundTrip trade(RandomGenerator chance) {
    return new RoundTrip(
        chance.nextInt(),
        any(Side.values(), chance),
        chance.nextLong(),
        chance.nextLong(),
        chance.nextLong(),
        chance.nextDouble(),
        chance.nextDouble(),
        money(chance),
        money(chance),
        money(chance),
        money(chance),
        money(chance),
        money(chance));
  }

  private static Money money(RandomGenerator chance) {
    return Money.ofUnits(chance.nextLong(), chance.nextBoolean() ? Currency.USD : Currency.EUR);
  }

  private static String text(RandomGenerator chance) {
    String letters = "council 5 % Ω–\n";
    return chance
        .ints(chance.nextInt(40), 0, letters.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(letters.charAt(i)), StringBuilder::append)
        .toString();
  }

  private static <E> E any(E[] values, RandomGenerator chance) {
    return values[chance.nextInt(values.length)];
  }
}
