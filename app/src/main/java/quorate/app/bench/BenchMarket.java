package quorate.app.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.chance.Philox;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;
import quorate.market.feed.Feed;
import quorate.market.tape.BackgroundTape;
import quorate.market.tape.Tape;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeReader;
import quorate.market.tape.TapeWriter;

/// A seeded synthetic market for the benchmarks, as busy as the ES future when a session has its
/// 421,785 trades: many in one millisecond, tick 0.25. Its prices mean nothing.
final class BenchMarket {
  static final long MINUTE_NS = 60_000_000_000L;

  /// 2019-12-16 00:00 UTC.
  private static final long START_NS = 1_576_454_400_000_000_000L;

  private static final long SESSION_NS = 23L * 60 * MINUTE_NS;
  private static final long DAY_NS = 24L * 60 * MINUTE_NS;
  private static final long FIRST_PRICE = 320_000;
  private static final long TICK = 25;

  static final Instrument INSTRUMENT =
      new Instrument(
          "BENCH",
          "SYNTHETIC",
          "benchmark",
          InstrumentKind.FUTURE,
          TICK,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "CRYPTO_24_7");

  private BenchMarket() {}

  static Instruments instruments() {
    return Instruments.of(INSTRUMENT);
  }

  /// One session of so many trades as columns: time, price, quantity.
  static long[][] session(int count) {
    Philox chance = Philox.seeded(20191216);
    long[][] trades = new long[3][count];
    long timeMs = START_NS / 1_000_000;
    long stepMs = SESSION_NS / 1_000_000 / count;
    long price = FIRST_PRICE;
    for (int i = 0; i < count; i++) {
      timeMs += chance.nextInt(10) < 6 ? 0 : Math.round(stepMs * 2.5 * chance.nextDouble() * 2);
      int move = chance.nextInt(10);
      price += move == 0 ? TICK : move == 1 ? -TICK : 0;
      price = Math.max(FIRST_PRICE / 2, price);
      trades[0][i] = timeMs * 1_000_000;
      trades[1][i] = price;
      trades[2][i] = 1 + chance.nextInt(20) * (long) chance.nextInt(2);
    }
    return trades;
  }

  /// The tape of a run, as `backtest` writes it.
  static Tape tape(Path file) {
    return BackgroundTape.over(TapeWriter.record(file, TapeHeader.of(instruments())));
  }

  /// Writes a session as a tape.
  static void write(long[][] session, Path tape) {
    EventCursor event = new EventCursor();
    try (TapeWriter writer = TapeWriter.record(tape, TapeHeader.of(instruments()))) {
      for (int i = 0; i < session[0].length; i++) {
        event.trade(0, session[0][i], session[1][i], session[2][i]);
        writer.append(event);
      }
      writer.seal();
    }
  }

  /// The tape of one session read again and again, each time a day later.
  static Feed days(Path tape, long events) {
    return new Feed() {
      private TapeReader reader = TapeReader.open(tape);
      private long left = events;
      private long shiftNs;

      @Override
      public boolean next(EventCursor into) {
        if (left == 0) {
          return false;
        }
        while (!reader.next()) {
          reader.close();
          reader = TapeReader.open(tape);
          shiftNs += DAY_NS;
        }
        reader.event(into);
        into.timeNs += shiftNs;
        left--;
        return true;
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }

  /// Minute bars of a random walk, from memory, as `bench/peers` makes them too.
  static Feed minuteBars(long[] closes) {
    return new Feed() {
      private int done;

      @Override
      public boolean next(EventCursor into) {
        if (done == closes.length) {
          return false;
        }
        long close = closes[done];
        long open = done == 0 ? close : closes[done - 1];
        long startNs = START_NS + done * MINUTE_NS;
        into.bar(
            0,
            startNs,
            startNs + MINUTE_NS,
            open,
            Math.max(open, close) + TICK,
            Math.min(open, close) - TICK,
            close,
            10);
        done++;
        return true;
      }

      @Override
      public void close() {
        // Memory stays.
      }
    };
  }

  /// Closes of a random walk with steps of about two ticks.
  static long[] walk(int bars) {
    Philox chance = Philox.seeded(1);
    long[] closes = new long[bars];
    long price = FIRST_PRICE;
    for (int i = 0; i < bars; i++) {
      price += Math.round(chance.nextGaussian() * 2) * TICK;
      price = Math.clamp(price, FIRST_PRICE / 4, FIRST_PRICE * 4);
      closes[i] = price;
    }
    return closes;
  }

  /// SMA 10/30 cross on minute bars, always long or short one contract, costs of a small account,
  /// and an account that survives any random walk.
  static Playbook smaCross(boolean fromBars) {
    Map<String, Object> data = new TreeMap<>(Map.of("instruments", List.of("BENCH")));
    if (fromBars) {
      data.put("kind", "bars");
      data.put("timeframe", "1m");
    }
    Map<String, Object> cross =
        Map.of("fast", "10", "slow", "30", "adx_threshold", "0", "confidence", "fixed");
    return Playbook.from(
        Settings.of(
            Map.of(
                "name",
                "bench-sma-cross",
                "capital",
                Map.of("amount", "1000000000"),
                "data",
                data,
                "council",
                Map.of(
                    "timeframe",
                    "1m",
                    "confidence",
                    "0",
                    "members",
                    List.of(Map.of("name", "cross", "agent", "trend", "parameters", cross))),
                "allocation",
                Map.of("method", "fixed", "size", "1"))));
  }
}
