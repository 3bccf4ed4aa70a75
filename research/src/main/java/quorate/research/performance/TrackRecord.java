package quorate.research.performance;

import java.util.List;
import java.util.Optional;
import quorate.domain.Currency;
import quorate.market.calendar.SessionCalendar;

/// All that a finished run leaves to be judged by.
///
/// @param currency base currency of every amount
/// @param calendar whose sessions the returns are taken at and annualised by
/// @param equity worth of the account; the first mark is the starting capital
/// @param benchmark worth of the alternative, such as [BuyAndHold]
/// @param fills all of them, in order of time
/// @param trades the closed ones, in order of closing
public record TrackRecord(
    Currency currency,
    SessionCalendar calendar,
    EquityCurve equity,
    Optional<EquityCurve> benchmark,
    List<PricedFill> fills,
    List<ClosedTrade> trades) {
  public TrackRecord {
    fills = List.copyOf(fills);
    trades = List.copyOf(trades);
  }
}
