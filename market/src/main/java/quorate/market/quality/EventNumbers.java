package quorate.market.quality;

import quorate.domain.EventCursor;
import quorate.domain.Instrument;

/// The prices and sizes of an event, asked together.
final class EventNumbers {
  private EventNumbers() {}

  /// The lowest of them. Allocates nothing, like everything here but the descriptions.
  static long lowest(EventCursor event) {
    return switch (event.kind) {
      case TRADE -> Math.min(event.price, event.quantity);
      case QUOTE ->
          Math.min(Math.min(event.bid(), event.ask()), Math.min(event.bidSize(), event.askSize()));
      case BAR ->
          Math.min(
              Math.min(Math.min(event.price, event.high), Math.min(event.low, event.close)),
              event.quantity);
    };
  }

  /// Whether one that must be positive is 0: every price, and the size of a trade.
  static boolean hasZero(EventCursor event) {
    return switch (event.kind) {
      case TRADE -> event.price == 0 || event.quantity == 0;
      case QUOTE -> event.bid() == 0 || event.ask() == 0;
      case BAR -> event.price == 0 || event.high == 0 || event.low == 0 || event.close == 0;
    };
  }

  static boolean isOnGrid(EventCursor event, Instrument instrument) {
    return switch (event.kind) {
      case TRADE -> instrument.isOnGrid(event.price) && event.quantity % instrument.lotSize() == 0;
      case QUOTE ->
          instrument.isOnGrid(event.bid())
              && instrument.isOnGrid(event.ask())
              && event.bidSize() % instrument.lotSize() == 0
              && event.askSize() % instrument.lotSize() == 0;
      case BAR ->
          instrument.isOnGrid(event.price)
              && instrument.isOnGrid(event.high)
              && instrument.isOnGrid(event.low)
              && instrument.isOnGrid(event.close)
              && event.quantity % instrument.lotSize() == 0;
    };
  }

  /// The first that is this number, by name and as a person writes it: `volume was -5`.
  static String named(long number, EventCursor event, Instrument instrument) {
    return switch (event.kind) {
      case TRADE ->
          number == event.price
              ? price("price", number, instrument)
              : quantity("size", number, instrument);
      case QUOTE ->
          number == event.bid()
              ? price("bid", number, instrument)
              : number == event.ask()
                  ? price("ask", number, instrument)
                  : quantity(
                      number == event.bidSize() ? "bid size" : "ask size", number, instrument);
      case BAR ->
          number == event.price
              ? price("open", number, instrument)
              : number == event.high
                  ? price("high", number, instrument)
                  : number == event.low
                      ? price("low", number, instrument)
                      : number == event.close
                          ? price("close", number, instrument)
                          : quantity("volume", number, instrument);
    };
  }

  private static String price(String name, long number, Instrument instrument) {
    return name + " was " + instrument.formatPrice(number);
  }

  private static String quantity(String name, long number, Instrument instrument) {
    return name + " was " + instrument.formatQuantity(number);
  }
}
