package quorate.engine;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.chance.Philox;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.Tape;

/// A small trading system and a random walk of trades to run it on, for the tests of the engine.
public final class Example {
  public static final long MINUTE = 60_000_000_000L;

  /// 2024-01-02 00:00 UTC.
  public static final long START = 1_704_153_600_000_000_000L;

  public static final Instrument BTC =
      new Instrument(
          "BTC-USD",
          "BITSTAMP",
          "crypto",
          InstrumentKind.CRYPTO,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          2,
          4,
          "CRYPTO_24_7");

  private Example() {}

  /// A playbook that holds half of the capital, long or short, by two averages of five-minute bars.
  public static Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("name", "example");
    settings.put("capital", Map.of("amount", "100000"));
    settings.put("data", Map.of("instruments", List.of("BTC-USD")));
    settings.put("council", crossing("5m", 3, 9));
    settings.put("allocation", Map.of("method", "fixed", "size", "0.5"));
    settings.put("execution", Map.of("participation", "unlimited"));
    return settings;
  }

  /// A council of one that is always long or short by two averages of the closes.
  ///
  /// @param fast bars of the shorter average
  /// @param slow bars of the longer one
  public static Map<String, Object> crossing(String timeframe, int fast, int slow) {
    Map<String, Object> parameters =
        Map.of(
            "fast",
            String.valueOf(fast),
            "slow",
            String.valueOf(slow),
            "adx_threshold",
            "0",
            "confidence",
            "fixed");
    Map<String, Object> member =
        Map.of("name", "cross", "agent", "trend", "parameters", parameters);
    return Map.of("timeframe", timeframe, "confidence", "0", "members", List.of(member));
  }

  public static Playbook playbook() {
    return Playbook.from(Settings.of(settings()));
  }

  /// The same system with a stop 2 and a target 4 average true ranges away.
  public static Playbook bracketed() {
    Map<String, Object> settings = settings();
    settings.put(
        "execution",
        Map.of(
            "participation",
            "unlimited",
            "bracket",
            Map.of("atr_window", "5", "stop_atr", "2", "target_atr", "4")));
    return Playbook.from(Settings.of(settings));
  }

  public static BacktestSession session(Playbook playbook) {
    return BacktestSession.of(
        playbook, Instruments.of(BTC), AgentCatalogue.of(Path.of("none")), Calendars::named);
  }

  public static List<InputReferenced> inputs(long trades) {
    return List.of(
        new InputReferenced(START, "walk", "seed 1", START, START + trades * MINUTE, trades));
  }

  /// One trade a minute whose price rises from 1000.00 by the same step each time.
  ///
  /// @param step hundredths
  public static Feed rise(int trades, long step) {
    return new Feed() {
      private int done;

      @Override
      public boolean next(EventCursor into) {
        if (done == trades) {
          return false;
        }
        into.trade(0, START + done * MINUTE, 100_000 + done * step, 10_000);
        done++;
        return true;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /// A seeded random walk around 1000.00 with one trade a minute.
  public static Feed walk(int trades) {
    return walk(LongStream.range(0, trades));
  }

  /// The same with a trade in each of these minutes.
  public static Feed walk(LongStream minutes) {
    PrimitiveIterator.OfLong left = minutes.iterator();
    return new Feed() {
      private final Philox chance = Philox.seeded(1);
      private long price = 100_000;

      @Override
      public boolean next(EventCursor into) {
        if (!left.hasNext()) {
          return false;
        }
        price = Math.max(50_000, price + Math.round(chance.nextGaussian() * 150));
        into.trade(0, START + left.nextLong() * MINUTE, price, 10_000);
        return true;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /// A tape in memory.
  public static final class Recording implements Tape {
    public final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public void append(EventCursor event) {
      throw new IllegalStateException("a backtest journals its market events by reference");
    }

    @Override
    public void append(JournalEntry entry) {
      entries.add(entry);
    }

    @Override
    public void force() {
      // Memory needs none.
    }

    @Override
    public void seal() {
      // Memory needs none.
    }

    @Override
    public void close() {
      // Memory needs none.
    }

    /// The entries of one kind, in order.
    public <E extends JournalEntry> List<E> of(Class<E> kind) {
      return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }
}
